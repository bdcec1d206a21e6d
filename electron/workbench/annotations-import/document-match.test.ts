/** Which document of the project a document of a file is, and what becomes of those that it lacks. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ReadItem, ReadSpan } from '#electron/exchange/set/read-document.ts';
import { documentItem, spanAt } from '#electron/exchange/testing/read-document.ts';
import { importItems } from '../testing/annotations-import.ts';
import { articleOf, projectWith } from '../testing/five-articles.ts';
import { claim, first, logged, other, project, reasons, undo, words } from '../testing/harbour-articles.ts';
import { counts, idOf } from '../testing/names.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** The same where a byte order mark stands before the text, and counts. */
const claimAfterMark = (text: string): ReadSpan => {
  const { start, end, ...rest } = claim(text);
  return { ...rest, start: start + 1, end: end + 1 };
};

describe('a document of a file is one of the project', () => {
  test.each<[string, ReadItem, string]>([
    ['by the hash of its text', documentItem(first, [claim(first)]), 'hash'],
    ['by the hash that the file says', documentItem(null, [claim(first)], { sha256: sha256(first) }), 'hash'],
    ['by its name', documentItem(null, [claim(first)], { name: '001.txt' }), 'name'],
    ['by its name without the ending', documentItem(null, [claim(first)], { name: '001' }), 'name'],
    ['by an id that is its name', documentItem(null, [claim(first)], { id: '001.txt' }), 'name'],
    ['whatever its line ends and byte order mark', documentItem(`\ufeff${first}`, [claimAfterMark(first)]), 'hash'],
  ])('%s', (_, item, by) => {
    const workbench = project();
    const { documents, matched, spans } = importItems(workbench, [item]);
    expect([documents, matched[by as 'hash'], spans.ok]).toEqual([1, 1, 1]);
    expect(workbench.annotations()[0]?.occurrences[0]?.document).toBe(idOf(workbench, '001'));
  });

  test('by its id', () => {
    const workbench = project();
    const item = documentItem(null, [claim(first)], { id: idOf(workbench, '001') });
    expect(importItems(workbench, [item]).matched).toMatchObject({ name: 1 });
  });

  test('by its name with an ending of another program', () => {
    const workbench = project([articleOf('story', first)]);
    expect(importItems(workbench, [documentItem(null, [claim(first)], { name: 'story.xmi' })]).spans.ok).toBe(1);
  });

  test('of several with one text by its id, else by its name, else the first by name', () => {
    const twins = [articleOf('b.txt', first), articleOf('a.txt', first), articleOf('c.txt', first)];
    const workbench = project(twins);
    const own = (rest: Parameters<typeof documentItem>[2]): string | undefined => {
      importItems(workbench, [documentItem(first, [claim(first)], rest)]);
      const document = workbench.annotations()[0]?.occurrences[0]?.document;
      undo(workbench);
      return workbench.documents().find(({ id }) => id === document)?.name;
    };
    expect(own({ id: idOf(workbench, 'c.txt'), name: 'b.txt' })).toBe('c.txt');
    expect(own({ id: 'unknown', name: 'b.txt' })).toBe('b.txt');
    expect(own({})).toBe('a.txt');
  });

  test('of another text only by words, where the file says the hash of the text that it counted', () => {
    const workbench = project();
    const told = { name: '001.txt', sha256: sha256('another text') };
    const summary = importItems(workbench, [documentItem(null, [spanAt(0, 9), claim(first)], told)]);
    expect([summary.spans.ok, summary.spans.rejected]).toEqual([1, 1]);
    expect(reasons(summary)).toEqual([
      'its file has another text of “001.txt”, and does not say which words stand there',
    ]);
  });

  test.each<[string, ReadItem, string]>([
    [
      'of an unknown name',
      documentItem(null, [spanAt(0, 3)], { name: 'x.txt' }),
      'no document of the project is “x.txt”',
    ],
    ['of no name', documentItem(null, [spanAt(0, 3)]), 'the file does not say which document it belongs to'],
    ['with half a character', documentItem('a\ud800', [spanAt(0, 1)]), 'its text holds half a character'],
    ['with a NUL', documentItem('a\u0000', [spanAt(0, 1)]), 'its text holds a NUL character'],
    ['without spans', documentItem(null, [], { name: 'x.txt' }), 'no document of the project is “x.txt”'],
  ])('or it is refused: one %s', (_, item, expected) => {
    const workbench = project();
    const before = logged(workbench);
    const summary = importItems(workbench, [item]);
    expect([reasons(summary), summary.problemCount, logged(workbench)]).toEqual([[expected], 1, before]);
  });
});

describe('a document that the project lacks', () => {
  const changed = `A changed version, with another beginning: ${words} came in.`;

  test('has its spans where their words stand in the documents of the project, said as a repair', () => {
    const workbench = project();
    const summary = importItems(workbench, [documentItem(changed, [claim(changed, { own: true })], { name: 'x' })]);
    expect(summary).toMatchObject({ matched: { collation: 1 }, spans: { ok: 0, repaired: 1, rejected: 0 } });
    expect(summary.repairs[0]?.why).toMatch(/^“x” is not in the project; its words stand in “00[12]\.txt”$/u);
    expect(counts(workbench)).toEqual(['claim 1·2']);
  });

  test('has a span that somebody detached detached there, too', () => {
    const workbench = project();
    const detached = claim(changed, { status: 'detached', counted: false, reason: 'irony' });
    importItems(workbench, [documentItem(changed, [detached])]);
    const [annotation] = workbench.annotations();
    expect(annotation?.occurrences.filter(({ status }) => status === 'detached').length).toBe(1);
  });

  test('has spans refused whose words stand nowhere, or in several ranges', () => {
    const workbench = project();
    const ranges = [
      { start: 0, end: 1 },
      { start: 2, end: 9 },
    ];
    const spans = [spanAt(2, 17, { quote: 'changed version' }), spanAt(0, 9, { ranges })];
    const summary = importItems(workbench, [documentItem(changed, spans, { name: 'x' })]);
    const nowhere = '“x” is not in the project, and its words stand in none of its documents';
    expect([reasons(summary), summary.matched.collation]).toEqual([[nowhere, nowhere], 0]);
  });

  test('is not looked for by its words where repairs are not allowed', () => {
    const workbench = project();
    const before = logged(workbench);
    const summary = importItems(workbench, [documentItem(changed, [claim(changed)])], { repairs: false });
    expect([summary.spans, summary.matched.collation]).toEqual([{ ok: 0, repaired: 0, rejected: 1 }, 0]);
    expect(reasons(summary)[0]).toContain('it could be placed, but only by a repair');
    expect(logged(workbench)).toBe(before);
  });

  test('comes in where that is asked for, with its annotations, and finds its copies', () => {
    const workbench = project();
    const summary = importItems(workbench, [documentItem(changed, [claim(changed)], { name: 'x.txt' })], {
      newDocuments: true,
    });
    expect([summary.matched.new, summary.spans.ok, workbench.documents().length]).toEqual([1, 1, 4]);
    expect(counts(workbench)).toEqual(['claim 1·3']);
    expect(counts(workbench, 'x.txt')).toEqual(['claim 1·1']);
  });

  test.each([1, Infinity])('comes in as often as it has names, in parts of %d', (partSize) => {
    const workbench = projectWith([articleOf('z.txt', other)]);
    const mine = (name: string): ReadItem => documentItem(first, [claim(first, { annotator: name })], { name });
    const items = [mine('z.txt'), mine('b.txt'), mine('z.txt'), mine('c.txt')];
    const summary = importItems(workbench, items, { newDocuments: true }, partSize);
    expect(workbench.documents().map(({ name }) => name)).toEqual(['b.txt', 'c.txt', 'z (2).txt', 'z.txt']);
    expect([summary.matched.new, summary.spans.ok]).toEqual([4, 4]);
    // Each annotator's own span lies in the document that the file says, whatever it is called here.
    const owners = workbench.annotations().map(({ annotator, occurrences }) => {
      const document = occurrences[0]?.document;
      return `${annotator}: ${workbench.documents().find(({ id }) => id === document)?.name}`;
    });
    expect(owners.toSorted()).toEqual(['b.txt: b.txt', 'c.txt: c.txt', 'z.txt: z (2).txt']);
  });

  test('of nothing to see does not come in', () => {
    const workbench = project();
    const items = [documentItem(' \u200b\n', [spanAt(0, 1)], { name: 'x' })];
    for (const dryRun of [true, false]) {
      const summary = importItems(workbench, items, { newDocuments: true, dryRun });
      expect([summary.matched.new, summary.spans.rejected]).toEqual([0, 1]);
    }
    expect(workbench.documents().length).toBe(3);
  });
});
