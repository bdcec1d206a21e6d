import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { samplePath, variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import { openDocument, reader } from './workbench-window.ts';

/** A server on this machine that counts who asks it anything. */
async function listening(): Promise<{ server: Server; address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('here');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test('the page has no Node, six functions to talk with, and nothing else', async ({ start }) => {
  const { app, page } = await start();
  const seen = await page.evaluate(() => ({
    node: [
      typeof (globalThis as Record<string, unknown>)['require'],
      typeof (globalThis as Record<string, unknown>)['process'],
    ],
    bridge: Object.keys((window as unknown as { variorum: object }).variorum).toSorted(),
    isFrozen: Object.isFrozen((window as unknown as { variorum: object }).variorum),
    origin: location.origin,
  }));
  expect(seen).toEqual({
    node: ['undefined', 'undefined'],
    bridge: ['call', 'onCommand', 'onCommit', 'request', 'run', 'version'],
    isFrozen: true,
    origin: 'app://workbench',
  });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
    return { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('an article that holds markup is shown as text: nothing runs, nothing is fetched', async ({ start, home }) => {
  const { server, address, asked } = await listening();
  const article = [
    'A headline of several words that holds markup',
    `<script>fetch("${address}/script")</script><img src="${address}/picture" onerror="fetch('${address}/error')">`,
    `<svg onload="fetch('${address}/svg')"></svg> <a href="javascript:alert(1)">link</a> <meta http-equiv="refresh" content="0;url=${address}/meta">`,
  ].join('\n\n');
  await writeFile(join(home, 'markup.txt'), article);
  const { page } = await start();
  await variorum('import', samplePath(home), join(home, 'markup.txt'));
  await openDocument(page, 'A headline of several words that holds markup');
  await expect(reader(page)).toContainText(`<script>fetch("${address}/script")</script>`);
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  server.close();
});

test('the page can open no window, go nowhere, fetch nothing and run no text as code', async ({ start }) => {
  const { server, address, asked } = await listening();
  const { app, page } = await start();
  const violations: string[] = [];
  await page.exposeFunction('violated', (directive: string) => violations.push(directive));
  const outcome = await page.evaluate(async (target) => {
    addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { violated: (directive: string) => Promise<void> }).violated(event.effectiveDirective);
    });
    const opened = window.open(`${target}/opened`);
    const fetched = await fetch(`${target}/fetched`)
      .then(() => 'fetched')
      .catch(() => 'refused');
    const picture = new Image();
    picture.src = `${target}/picture`;
    const frame = document.createElement('iframe');
    frame.src = `${target}/frame`;
    document.body.append(frame);
    const script = document.createElement('script');
    let scripted = 'refused';
    try {
      script.textContent = 'window.ran = true';
      document.body.append(script);
      scripted = 'ran' in window ? 'ran' : 'refused';
    } catch {
      scripted = 'refused';
    }
    setTimeout(() => {
      location.href = `${target}/gone`;
    }, 10);
    await new Promise((done) => setTimeout(done, 500));
    frame.remove();
    return { opened: opened === null ? 'refused' : 'opened', fetched, scripted, origin: location.origin };
  }, address);
  expect(outcome).toEqual({ opened: 'refused', fetched: 'refused', scripted: 'refused', origin: 'app://workbench' });
  expect(asked).toEqual([]);
  expect(violations).toContain('connect-src');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  server.close();
});

test('only built files are served, whatever the path says', async ({ start }) => {
  const { page } = await start();
  const answers = await page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%5cpackage.json',
      '/etc/passwd',
      '/nothing.js',
    ];
    return Promise.all(
      paths.map(
        async (path) =>
          `${path} ${await fetch(path)
            .then(({ status }) => status)
            .catch(() => 'refused')}`,
      ),
    );
  });
  expect(answers.map((answer) => answer.replace(/ (404|400|403|refused)$/u, ' refused'))).toEqual([
    '/index.html 200',
    '/../package.json refused',
    '/%2e%2e/package.json refused',
    '/..%5cpackage.json refused',
    '/etc/passwd refused',
    '/nothing.js refused',
  ]);
});

test('a call that is not in the contract, or not in its shape, changes nothing', async ({ start, home }) => {
  const { page } = await start();
  const before = await variorum<unknown[]>('log', samplePath(home));
  const refused = await page.evaluate(async () => {
    const { variorum: bridge } = window as unknown as {
      variorum: { call: (method: string, input: unknown) => Promise<{ ok: boolean; error?: { type: string } }> };
    };
    const calls: [string, unknown][] = [
      ['project.burn', {}],
      ['__proto__', {}],
      ['annotation.tag', null],
      ['annotation.tag', { document: 'x', span: { start: Number.NaN, end: 3 }, quote: 'x', label: 'claim' }],
      ['annotation.tag', { document: 'x', span: { start: 5, end: 3 }, quote: 'x', label: 'claim', extra: 1 }],
      ['annotation.remove', { annotation: 'a'.repeat(10_000) }],
      ['document.read', JSON.parse('{"document":"x","__proto__":{"polluted":true}}')],
    ];
    const answers: boolean[] = [];
    for (const [method, input] of calls) answers.push((await bridge.call(method, input)).ok);
    return answers;
  });
  expect(refused).toEqual([false, false, false, false, false, false, false]);
  expect((await variorum<unknown[]>('log', samplePath(home))).length).toBe(before.length);
});
