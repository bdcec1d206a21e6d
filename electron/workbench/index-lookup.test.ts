import { describe, expect, test } from 'vitest';
import { findCopies } from '#shared/collation/find-copies.ts';
import { lookInFew } from './index-lookup.ts';
import { copyLines } from './testing/copies.ts';
import { memoryIndex } from './testing/memory-index.ts';

describe('looking documents up', () => {
  test('a document that is not there is a bug in the caller', () => {
    const index = memoryIndex();
    expect(() => findCopies(index.lookup, 'nowhere', { start: 0, end: 1 })).toThrow(
      'no document nowhere in the index of copies',
    );
    index.close();
  });

  test('where dozens share nothing with the words in question, those are looked at that share most elsewhere', () => {
    const index = memoryIndex();
    const words = (name: string, count: number): string =>
      Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');
    // What lies between is longer than what is taken for near.
    index.add('own', `The tagged words. ${words('between', 150)} ${words('shared', 40)}`);
    for (let at = 10; at < 70; at += 1)
      index.add(`few${at}`, `Like the tagged words. ${words(`own${at}x`, 20)} ${words('shared', 20)}`);
    index.add('late', `Like the tagged words. ${words('other', 20)} ${words('shared', 40)}`);
    const own = index.lookup.get('own');
    const linked = index.lookup.pairs.linkedTo(own, { from: 0, to: 3 }).map(({ id }) => id);
    expect([linked.length, linked.at(-1), linked[0], linked.includes('few69')]).toEqual([48, 'late', 'few10', false]);
    const near = index.lookup.pairs.linkedTo(own, { from: 150, to: 160 });
    expect(near.length).toBe(61);
    index.close();
  });

  test('rows of words are found by the ids of the documents, in whatever order these came', () => {
    const index = memoryIndex();
    for (const id of ['c', 'a', 'd', 'b']) index.add(id, 'The ships have left.');
    const found = index.lookup.words.find(index.lookup.get('a'), { from: 1, to: 3 });
    expect(found.map(({ document, places }) => `${document.id} ${places.join(' ')}`)).toEqual([
      'a 1',
      'b 1',
      'c 1',
      'd 1',
    ]);
    index.close();
  });
});

describe('looking in few documents', () => {
  const sentence = 'The old harbour office said on Monday that thirty grey ships had left the port';
  /** An edited copy that shares no eight words in a row. */
  const edited = 'The old harbour office told us Monday that thirty grey ships quit the port';

  test('leaves out the same wording of a few words, and no copy of a sentence', () => {
    const index = memoryIndex();
    for (const id of ['a', 'b', 'c', 'd']) index.add(id, `Before ${id}: thirty grey ships.`);
    for (const id of ['e', 'f', 'g', 'h']) index.add(id, `Before ${id}: the old harbour office.`);
    index.add('own', `${sentence}.`);
    index.add('z', `Elsewhere ${edited}, it is said.`);
    const found = (words: string): readonly string[] => {
      const start = sentence.indexOf(words);
      const span = { start, end: start + words.length };
      return copyLines(findCopies(lookInFew(index.lookup, 'own', span, 2), 'own', span)).map((line) =>
        line.slice(0, 3),
      );
    };
    expect(found('thirty grey ships')).toEqual(['a [', 'b [', 'own']);
    expect(found(sentence)).toEqual(['own', 'z [']);
    index.close();
  });
});
