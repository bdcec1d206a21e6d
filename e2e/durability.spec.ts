import type { Bridge } from '#shared/contract/bridge.ts';
import { samplePath, variorum } from './command-line.ts';
import { expect, test } from './fixture.ts';
import { openDocument } from './workbench-window.ts';

interface Tagged {
  readonly annotation: string;
}

test('a process that is killed between any two acts loses none that was acknowledged', async ({ start, home }) => {
  test.setTimeout(180_000);
  const acknowledged = new Set<string>();
  for (const patience of [5, 40, 90, 150, 260, 400]) {
    const { app, page } = await start();
    await openDocument(page, 'Pentagon chief claims');
    await page.exposeFunction('acknowledge', (annotation: string) => {
      acknowledged.add(annotation);
    });
    const died = page
      .evaluate(async (round) => {
        const { variorum: bridge, acknowledge } = window as unknown as {
          variorum: Bridge;
          acknowledge: (annotation: string) => Promise<void>;
        };
        const project = await bridge.call('project.read', {});
        if (!project.ok) return;
        const documents = project.value.changes.filter(({ entity }) => entity === 'document');
        const document = documents[2]?.key ?? '';
        const read = await bridge.call('document.read', { document });
        if (!read.ok) return;
        const words = [...read.value.text.matchAll(/[\p{L}’]+/gu)];
        for (let word = round; word + 3 < words.length; word += 1) {
          const start = words[word]?.index ?? 0;
          const end = start + (words[word]?.[0].length ?? 1);
          const span = { start, end };
          const quote = read.value.text.slice(start, end);
          const tagged = await bridge.call('annotation.tag', { document, span, quote, label: 'claim' });
          if (tagged.ok) await acknowledge((tagged.value as Tagged).annotation);
        }
      }, patience)
      .catch(() => undefined);
    await page.waitForTimeout(patience).catch(() => undefined);
    app.process().kill('SIGKILL');
    await died;
    const kept = new Set(
      (await variorum<Tagged[]>('annotations', samplePath(home))).map(({ annotation }) => annotation),
    );
    expect([...acknowledged].filter((annotation) => !kept.has(annotation))).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(10);
  const rebuilt = await variorum<{ differed: readonly string[] }>('rebuild', samplePath(home));
  expect(rebuilt.differed).toEqual([]);
});
