/** Bringing in annotations of another program, as a whole. */
import { describe, expect, test } from 'vitest';
import type { ReadItem } from '#electron/exchange/set/read-document.ts';
import { documentItem, spanAt } from '#electron/exchange/testing/read-document.ts';
import { importItems, nextAct, optionsOf, wordsIn } from '../testing/annotations-import.ts';
import { valueOf } from '../testing/five-articles.ts';
import { claim, first, logged, project, reasons, second, undo, words } from '../testing/harbour-articles.ts';
import { counts } from '../testing/names.ts';
import type { Workbench } from '../workbench.ts';

describe('a repaired span', () => {
  const inUtf16 = documentItem(first, [
    spanAt(first.indexOf(words), first.indexOf(words) + words.length, { quote: words }),
  ]);

  test('comes in with how it was found', () => {
    const workbench = project();
    const summary = importItems(workbench, [inUtf16]);
    expect(summary.spans.repaired).toBe(1);
    expect(summary.repairs.map((one) => one.why)).toEqual(['the file counts UTF-16 units']);
    expect(counts(workbench)).toEqual(['claim 1·2']);
  });

  test('is refused where repairs are not allowed', () => {
    const workbench = project();
    const summary = importItems(workbench, [inUtf16], { repairs: false });
    expect(reasons(summary)).toEqual(['it could be placed, but only by a repair: the file counts UTF-16 units']);
    expect(counts(workbench)).toEqual([]);
  });
});

describe('labels of a file', () => {
  test('are those of the codebook, or are defined, once each, by their names', () => {
    const workbench = project();
    const items: readonly ReadItem[] = [
      { type: 'labels', labels: [{ label: 'p1', name: 'Place', key: '1' }] },
      documentItem(first, [
        claim(first, { label: 'p1' }),
        wordsIn(first, 'Yesterday', { label: 'p1' }),
        wordsIn(first, 'nobody', { label: 'q1', labelName: 'CLAIM' }),
        wordsIn(first, 'hurt', { label: 'GPE Loc' }),
        wordsIn(first, 'came', { label: 'gpe_loc' }),
      ]),
    ];
    for (const dryRun of [true, false])
      expect(importItems(workbench, items, { dryRun }).newLabels).toEqual(['Place', 'GPE Loc']);
    expect(counts(workbench)).toEqual(['claim 1·1', 'p1 2·3', 'gpe-loc 2·3']);
  });

  test('of spans that do not come in are not defined', () => {
    const workbench = project();
    expect(importItems(workbench, [documentItem(first, [spanAt(5, 5, { label: 'new' })])]).newLabels).toEqual([]);
  });
});

describe('an import', () => {
  const changed = `Another version says: ${words} came in.`;
  const items: readonly ReadItem[] = [
    documentItem(first, [claim(first, { label: 'New One', annotation: 'k', annotator: 'Ben' })]),
    documentItem(changed, [claim(changed)], { name: 'new.txt' }),
    documentItem(second, [claim(second, { annotation: 'k', label: 'New One', own: false, status: 'detached' })]),
  ];
  const state = (workbench: Workbench): string =>
    JSON.stringify([
      workbench.documents().map(({ name }) => name),
      workbench.annotations().map(({ label, annotator, occurrences }) => [label, annotator, occurrences]),
      workbench.counts(),
    ]);

  test('in however many parts is one step of undo, which takes back everything, and of redo', () => {
    for (const partSize of [1, Infinity]) {
      const workbench = project();
      const before = state(workbench);
      importItems(workbench, items, { newDocuments: true }, partSize);
      const done = state(workbench);
      expect(workbench.documents().length).toBe(4);
      undo(workbench);
      expect(state(workbench)).toBe(before);
      valueOf(workbench.call('history.redo', {}));
      expect(state(workbench)).toBe(done);
      expect(workbench.rebuild().differed).toEqual([]);
    }
  });

  test('that was undone meanwhile takes nothing more in, nor what waited for its end', () => {
    const workbench = project();
    const act = nextAct();
    const begun = valueOf(workbench.importAnnotations(optionsOf({ act, newDocuments: true })));
    const waits = documentItem(second, [claim(second, { annotation: 'w', own: false, annotator: 'Cleo' })]);
    valueOf(begun.take([documentItem(first, [claim(first)]), waits]));
    undo(workbench);
    const before = logged(workbench);
    const refused = { ok: false, error: { type: 'ImportUndone' } };
    expect(begun.take(items)).toMatchObject(refused);
    expect(begun.end()).toMatchObject(refused);
    expect(logged(workbench)).toBe(before);
    valueOf(workbench.call('history.redo', {}));
    expect(begun.take(items)).toMatchObject(refused);
  });

  test('tells the windows of the project', () => {
    const workbench = project();
    const told: string[] = [];
    workbench.onCommit(({ changes }) => told.push(...changes.map(({ entity }) => entity)));
    importItems(workbench, items);
    expect(new Set(told).has('annotation')).toBe(true);
  });

  test('lists the problems of its file, the first thousand, and the number of all', () => {
    const problems = Array.from({ length: 1200 }, (_, at): ReadItem => ({ type: 'problem', where: `${at}`, why: 'x' }));
    const summary = importItems(project(), problems);
    expect([summary.problems.length, summary.problemCount, summary.spans.rejected]).toEqual([1000, 1200, 0]);
  });

  test('by a name that is none is refused before it begins', () =>
    expect(project().importAnnotations(optionsOf({ annotator: ' ' }))).toMatchObject({
      ok: false,
      error: { type: 'BadAnnotator' },
    }));
});
