/** What becomes of the annotations of a file. */
import { describe, expect, test } from 'vitest';
import type { ReadItem, ReadSpan } from '#electron/exchange/set/read-document.ts';
import { documentItem, spanAt } from '#electron/exchange/testing/read-document.ts';
import { importItems, optionsOf, wordsIn } from '../testing/annotations-import.ts';
import { articleOf, valueOf } from '../testing/five-articles.ts';
import {
  articles,
  claim,
  first,
  logged,
  other,
  project,
  reasons,
  second,
  standing,
  undo,
  words,
} from '../testing/harbour-articles.ts';
import { counts, idOf, tag } from '../testing/names.ts';

describe('an annotation of a file', () => {
  test('has all copies of its words in the project', () => {
    const workbench = project();
    expect(importItems(workbench, [documentItem(first, [claim(first)])]).annotations).toBe(1);
    expect(standing(workbench)).toEqual(['claim by Ann: 001 exact, 002 exact']);
  });

  test('joins the one of the same annotator with the same label at the same words, whatever punctuation', () => {
    const workbench = project();
    const start = first.indexOf(words);
    const { annotation } = tag(workbench, '001.txt', start, start + words.length);
    const loose = wordsIn(first, `${words} came`, { quote: words });
    const summary = importItems(workbench, [
      documentItem(first, [{ ...loose, ...claim(first), start: claim(first).start - 1, quote: ` ${words}` }]),
      documentItem(second, [claim(second)]),
    ]);
    expect([summary.annotations, summary.joined]).toEqual([0, 2]);
    expect(workbench.annotations().map((one) => one.annotation)).toEqual([annotation]);
  });

  test('is another one of another annotator, or with another label', () => {
    const workbench = project();
    const start = first.indexOf(words);
    tag(workbench, '001.txt', start, start + words.length);
    const spans = [claim(first, { annotator: 'Ben' }), claim(first, { label: 'rebuttal' })];
    expect(importItems(workbench, [documentItem(first, spans)]).annotations).toBe(2);
  });

  test('keeps its note, its date and its id where that is free, and has them but once', () => {
    const key = '0197a0c0-0000-7000-8000-00000000000a';
    const told = { annotation: key, note: 'see page 3', made: '2020-01-02T03:04:05Z' };
    const workbench = project();
    const items = [documentItem(first, [claim(first, told)])];
    importItems(workbench, items);
    expect([...workbench.annotatedSet().documents()][0]?.occurrences[0]).toMatchObject(told);
    expect(importItems(workbench, items)).toMatchObject({ annotations: 0, joined: 1 });
    undo(workbench);
    importItems(workbench, items);
    // The id of what was taken back is not given again.
    const [again] = workbench.annotations();
    expect(again?.annotation === key).toBe(false);
    expect(again?.note).toBe('see page 3');
  });

  test('whose copy comes before its own span in the file has that span for its own, in parts of any size', () => {
    for (const partSize of [1, 2, Infinity]) {
      const workbench = project();
      const items = [
        documentItem(second, [claim(second, { annotation: 'k', own: false })]),
        documentItem(other, []),
        documentItem(first, [claim(first, { annotation: 'k', own: true })]),
      ];
      expect(importItems(workbench, items, {}, partSize)).toMatchObject({ annotations: 1, spans: { ok: 2 } });
      expect(workbench.annotations()[0]?.occurrences[0]?.document).toBe(idOf(workbench, '001'));
    }
  });

  test('whose own span never comes has the first that counts for its own', () => {
    const workbench = project([...articles, articleOf('004.txt', `Again ${words}, it says.`)]);
    const told = (text: string, rest: Partial<ReadSpan>): ReadItem =>
      documentItem(text, [claim(text, { annotation: 'k', own: false, ...rest })]);
    const items = [told(second, { status: 'detached', counted: false }), told(first, {})];
    expect(importItems(workbench, items)).toMatchObject({ annotations: 1 });
    expect(workbench.annotations()[0]?.occurrences[0]?.document).toBe(idOf(workbench, '001'));
    expect(standing(workbench)).toEqual(['claim by Ann: 001 exact, 002 detached, 004 exact']);
  });

  test('of very many whose own spans never come is written before all have been read', () => {
    const workbench = project([articleOf('a.txt', other)]);
    const spans = Array.from({ length: 50_010 }, (_, at) =>
      wordsIn(other, at % 2 === 0 ? 'bread' : 'butter', { annotation: at < 50_000 ? 'k' : `k${at}`, own: false }),
    );
    const begun = valueOf(workbench.importAnnotations(optionsOf()));
    valueOf(begun.take([documentItem(other, spans)]));
    expect(workbench.annotations().length).toBe(1);
    valueOf(begun.end());
    expect(begun.summary().spans.ok).toBe(50_010);
  });

  test('has what was decided of its copies, with the reasons', () => {
    const copy = second.replace('thirty ships', 'forty ships');
    const workbench = project([articleOf('001.txt', first), articleOf('002.txt', copy), articleOf('003.txt', second)]);
    const there = wordsIn(copy, words.replace('thirty', 'forty'));
    importItems(workbench, [
      documentItem(first, [claim(first, { annotation: 'k' })]),
      documentItem(copy, [
        { ...there, annotation: 'k', own: false, status: 'differs', counted: true, reason: 'a slip' },
      ]),
      documentItem(second, [claim(second, { annotation: 'k', own: false, status: 'detached', reason: 'irony' })]),
    ]);
    expect(standing(workbench)).toEqual(['claim by Ann: 001 exact, 002 differs, 003 detached']);
    expect(counts(workbench)).toEqual(['claim 1·2']);
    const told = [...workbench.annotatedSet().documents()].map(({ occurrences }) => occurrences[0]?.reason);
    expect(told).toEqual(['', 'a slip', 'irony']);
  });

  test('has of each place but one, however often the file tells of it', () => {
    const workbench = project();
    const twice = ['bread and butter', 'butter', 'bread'].map((one) =>
      wordsIn(other, one, { annotation: 'k', own: false }),
    );
    importItems(workbench, [documentItem(first, [claim(first, { annotation: 'k' })]), documentItem(other, twice)]);
    expect(standing(workbench)).toEqual(['claim by Ann: 001 exact, 002 exact, 003 exact']);
  });

  test('has its further places with each part of the file, not at its end alone', () => {
    const workbench = project();
    const begun = valueOf(workbench.importAnnotations(optionsOf()));
    const further = claim(second, { annotation: 'k', own: false, status: 'detached' });
    valueOf(begun.take([documentItem(first, [claim(first, { annotation: 'k' })]), documentItem(second, [further])]));
    expect(standing(workbench)).toEqual(['claim by Ann: 001 exact, 002 detached']);
    valueOf(begun.end());
  });

  test('is not decided anew where somebody here has decided already', () => {
    const workbench = project();
    const start = first.indexOf(words);
    const { annotation } = tag(workbench, '001.txt', start, start + words.length);
    const document = idOf(workbench, '002');
    const at = second.indexOf(words);
    valueOf(workbench.call('occurrence.detach', { annotation, document, start: at, reason: 'mine' }));
    importItems(workbench, [
      documentItem(first, [claim(first, { annotation: 'k' })]),
      documentItem(second, [claim(second, { annotation: 'k', own: false, reason: 'theirs' })]),
    ]);
    expect(standing(workbench)).toEqual(['claim by Ann: 001 exact, 002 detached']);
  });

  test('in several ranges stands in these, and has no copies', () => {
    const workbench = project();
    const ranges = ['Yesterday', words].map((one) => wordsIn(first, one)).map(({ start, end }) => ({ start, end }));
    const quote = `Yesterday … ${words}`;
    const span = spanAt(0, ranges[1]?.end ?? 0, { ranges, quote });
    expect(importItems(workbench, [documentItem(first, [span])]).spans.ok).toBe(1);
    expect(standing(workbench)).toEqual(['claim by Ann: 001 exact']);
    expect([...workbench.annotatedSet().documents()][0]?.occurrences[0]?.ranges?.length).toBe(2);
    expect(importItems(workbench, [documentItem(first, [span])])).toMatchObject({ annotations: 0, joined: 1 });
  });

  test.each<[string, Partial<ReadSpan>, string]>([
    ['covers nothing but punctuation', { start: 9, end: 12, quote: null }, 'it covers no letter and no digit'],
    ['has a note that is too long', { note: 'x'.repeat(20_001) }, 'The note has 20001 characters; 20000 is the most.'],
    ['has a note with half a character', { note: '\ud800' }, 'The note holds a broken character'],
    ['is by a name that is none', { annotator: ' ' }, '“ ” cannot be an annotator'],
    ['is by a name of many characters', { annotator: 'x'.repeat(201) }, 'cannot be an annotator'],
    ['is by a name with a control character', { annotator: 'a\u001b[31m' }, String.raw`a\u001b[31m`],
    ['has other words', { quote: 'words that stand nowhere' }, 'not “words that stand nowhere”'],
  ])('is refused where it %s', (_, rest, expected) => {
    const workbench = project();
    const before = logged(workbench);
    const summary = importItems(workbench, [documentItem(first, [claim(first, rest)])]);
    expect(summary.spans).toEqual({ ok: 0, repaired: 0, rejected: 1 });
    expect(reasons(summary)[0]).toContain(expected);
    expect(logged(workbench)).toBe(before);
  });

  test('is by whom the file says, else by whom the import says, else by the project’s own annotator', () => {
    const workbench = project();
    importItems(workbench, [documentItem(first, [claim(first, { annotator: ' Ben  B. ' }), claim(first)])], {
      annotator: 'Cleo',
    });
    importItems(workbench, [documentItem(first, [claim(first, { annotator: '' })])]);
    expect(workbench.annotations().map(({ annotator }) => annotator)).toEqual(['Ben B.', 'Cleo', 'Ann']);
  });

  test('has a coverage and a date only where these are such', () => {
    const workbench = project();
    const nonsense = { coverage: Number.NaN, made: 'yesterday', status: 'edited' as const };
    importItems(workbench, [documentItem(first, [claim(first, nonsense)])]);
    expect(workbench.annotations()[0]?.occurrences[0]).toMatchObject({ status: 'edited', coverage: 1 });
    expect(workbench.rebuild().differed).toEqual([]);
  });
});
