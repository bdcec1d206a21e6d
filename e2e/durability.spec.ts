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
  // After so many acts, and not after a time: a slow machine must not test less.
  for (const acts of [1, 2, 3, 5, 8, 13]) {
    const before = acknowledged.size;
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
      }, acts * 20)
      .catch(() => undefined);
    await expect.poll(() => acknowledged.size - before, { intervals: [3] }).toBeGreaterThanOrEqual(acts);
    app.process().kill('SIGKILL');
    await died;
    const kept = new Set(
      (await variorum<Tagged[]>('annotations', samplePath(home))).map(({ annotation }) => annotation),
    );
    expect([...acknowledged].filter((annotation) => !kept.has(annotation))).toEqual([]);
  }
  const rebuilt = await variorum<{ differed: readonly string[] }>('rebuild', samplePath(home));
  expect(rebuilt.differed).toEqual([]);
});
