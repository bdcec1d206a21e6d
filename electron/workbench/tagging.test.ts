/** A key for a label, and every copy of the passage is tagged. */
import { describe, expect, test } from 'vitest';
import { articleOf, fiveArticles, projectWith, valueOf } from './testing/five-articles.ts';
import { counts, idOf, places, tag } from './testing/names.ts';

const ships = (name: string, count: number) =>
  articleOf(
    name,
    `Yesterday the old harbour office said that ${count} ships had left the port before the storm came in.`,
  );
/** A copy with another number. */
const shipsCountedTwice = [ships('a.txt', 30), ships('b.txt', 40)];

describe('tagging', () => {
  test('a passage tags every copy of it, and lists the same wording elsewhere without tagging it', () => {
    const workbench = projectWith(fiveArticles);
    const { occurrences, elsewhere } = tag(workbench, '002', 459, 487);
    expect(places(workbench, occurrences)).toEqual([
      '002 [459,487) exact',
      '000 [557,585) exact',
      '001 [387,415) exact',
    ]);
    expect(
      places(workbench, elsewhere)
        .map((place) => place.slice(0, 13))
        .toSorted(),
    ).toEqual(['000 [492,520)', '001 [342,370)', '002 [414,442)']);
    expect(counts(workbench)).toEqual(['claim 1·3']);
    expect(['000', '001', '002', '003'].map((name) => counts(workbench, name))).toEqual([
      ['claim 1·1'],
      ['claim 1·1'],
      ['claim 1·1'],
      [],
    ]);
  });

  test('a quote reaches its edited copies, exact to the character', () => {
    const workbench = projectWith(fiveArticles);
    const { occurrences } = tag(workbench, '000', 632, 737);
    expect(places(workbench, occurrences)).toEqual([
      '000 [632,737) exact',
      '001 [451,553) edited',
      '002 [522,624) edited',
    ]);
  });

  test('what only one article has stays there', () => {
    const workbench = projectWith(fiveArticles);
    const { occurrences, elsewhere } = tag(workbench, '002', 2083, 2408, 'editorial-insertion');
    expect(places(workbench, [...occurrences, ...elsewhere])).toEqual(['002 [2083,2408) exact']);
  });

  test('a copy of a passage that bears the label joins the annotation, whichever copy and however much punctuation', () => {
    const workbench = projectWith(fiveArticles);
    const first = tag(workbench, '000', 632, 737);
    const fromCopy = tag(workbench, '001', 451, 553);
    const withoutQuotes = tag(workbench, '002', 523, 622);
    expect(
      [fromCopy, withoutQuotes].map(({ annotation, joined }) => joined && annotation === first.annotation),
    ).toEqual([true, true]);
    expect(counts(workbench)).toEqual(['claim 1·3']);
  });

  test('another label, or another annotator, is another annotation of the same passage, and no place counts twice', () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '000', 632, 737, 'claim');
    tag(workbench, '001', 451, 553, 'rebuttal');
    tag(workbench, '002', 522, 624, 'claim', 'Ben');
    const annotations = workbench.annotations();
    expect(annotations.map(({ label, annotator }) => `${label} by ${annotator}`)).toEqual([
      'claim by Ann',
      'rebuttal by Ann',
      'claim by Ben',
    ]);
    expect(new Set(annotations.map(({ passage }) => passage)).size).toBe(1);
    expect(counts(workbench)).toEqual(['claim 1·3', 'rebuttal 1·3']);
  });

  test('spans that differ by a word are two annotations', () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '002', 459, 487);
    const longer = tag(workbench, '002', 459, 492);
    expect([longer.joined, counts(workbench)]).toEqual([false, ['claim 2·6']]);
  });

  test('two annotators who tagged the same words, one with the quotation marks and one without, tagged one passage', () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '001', 16, 32, 'claim', 'Ann');
    tag(workbench, '001', 17, 31, 'claim', 'Bob');
    expect(counts(workbench)).toEqual(['claim 1·3']);
  });

  test('joining from a copy that was detached makes that copy count again', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation } = tag(workbench, '002', 459, 487);
    valueOf(workbench.call('occurrence.detach', { annotation, document: idOf(workbench, '001'), start: 387 }));
    expect(counts(workbench)).toEqual(['claim 1·2']);
    expect([tag(workbench, '001', 387, 415).joined, counts(workbench)]).toEqual([true, ['claim 1·3']]);
  });

  test('a place that one annotator counts does not wait for a look because another has not looked yet', () => {
    const workbench = projectWith(shipsCountedTwice);
    const ann = tag(workbench, 'a.txt', 0, 95, 'claim', 'Ann');
    tag(workbench, 'a.txt', 0, 95, 'claim', 'Ben');
    expect(counts(workbench)).toEqual(['claim 1·1 +1']);
    const start = ann.occurrences[1]?.start;
    valueOf(
      workbench.call('occurrence.attach', { annotation: ann.annotation, document: idOf(workbench, 'b.txt'), start }),
    );
    expect(counts(workbench)).toEqual(['claim 1·2']);
  });

  test('a span that cuts a word cuts its copies alike', () => {
    const workbench = projectWith(fiveArticles);
    const { occurrences } = tag(workbench, '001', 19, 23);
    expect(occurrences.map(({ text }) => text)).toEqual(occurrences.map(() => 'rtua'));
  });

  test('a copy with a number changed waits for a look and counts once it is attached', () => {
    const workbench = projectWith(shipsCountedTwice);
    const { annotation, occurrences } = tag(workbench, 'a.txt', 0, 95);
    expect(places(workbench, occurrences).map((place) => place.split(' ').at(-1))).toEqual(['exact', 'differs']);
    expect(counts(workbench)).toEqual(['claim 1·1 +1']);
    const document = idOf(workbench, 'b.txt');
    const start = occurrences[1]?.start;
    valueOf(workbench.call('occurrence.attach', { annotation, document, start }));
    expect(counts(workbench)).toEqual(['claim 1·2']);
  });

  test('a document that comes in later is tagged by the annotations that reach into it, in one act with the import', () => {
    const [first, second, third, ...rest] = fiveArticles;
    if (first === undefined || second === undefined || third === undefined) throw new Error('five articles');
    const workbench = projectWith([second, ...rest]);
    tag(workbench, '001', 387, 415);
    expect(counts(workbench)).toEqual(['claim 1·1']);
    valueOf(workbench.importDocuments([first, third]));
    expect(counts(workbench)).toEqual(['claim 1·3']);
    valueOf(workbench.call('history.undo', {}));
    expect([counts(workbench), workbench.documents().length]).toEqual([['claim 1·1'], 3]);
    valueOf(workbench.call('history.redo', {}));
    expect(counts(workbench)).toEqual(['claim 1·3']);
  });
});
