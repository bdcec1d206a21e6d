/** What the index answers, for texts that copy one another in every way: as reading every pair of words does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAligner, type CopiedStretch } from '#shared/collation/alignment.ts';
import { createCollection, type Collection } from '#shared/collation/copy-finder.oracle.ts';
import { findCopies } from '#shared/collation/find-copies.ts';
import { indexDocument, type IndexedDocument } from '#shared/collation/indexed-document.ts';
import type { Run } from '#shared/collation/run.ts';
import { lookInOne, type IndexLookup } from './index-lookup.ts';
import { copyLines, sampleSpans } from './testing/copies.ts';
import { equivalents, memoryIndex, type MemoryIndex } from './testing/memory-index.ts';
import { relatedTexts } from './testing/related-texts.ts';

/** `LAW_RUNS=2000` for whoever has changed copy finding. */
const numRuns = Number(process.env['LAW_RUNS'] ?? 30);

/** Ids that are in another order than the documents come in. */
const called = (at: number, prefix = 'd'): string => `${prefix}${(at * 7) % 10}`;

function collectionOf(texts: ReadonlyMap<string, string>): Collection {
  const collection = createCollection(equivalents);
  for (const [id, text] of texts) collection.add({ id, text });
  return collection;
}

function expectSame(found: IndexLookup, oracle: Collection, texts: ReadonlyMap<string, string>): void {
  for (const [id, text] of texts) {
    const [own, asRead] = [found.get(id), oracle.get(id)];
    const all = { from: 0, to: own.words.length };
    expect(found.pairs.linkedTo(own, all).map((one) => one.id)).toEqual(
      oracle.pairs.linkedTo(asRead, all).map((one) => one.id),
    );
    for (const other of texts.keys()) {
      if (other === id) continue;
      expect(found.pairs.align(own, found.get(other))).toEqual(oracle.pairs.align(asRead, oracle.get(other)));
    }
    for (const span of sampleSpans(text)) {
      expect(copyLines(findCopies(found, id, span))).toEqual(copyLines(findCopies(oracle, id, span)));
    }
  }
}

/** The texts in the index, in their order, with guests that came between them and went again. */
function indexAfterGuests(texts: ReadonlyMap<string, string>, guests: readonly string[]): MemoryIndex {
  const index = memoryIndex();
  const half = Math.ceil(texts.size / 2);
  const names = guests.map((_, at) => called(at, 'guest'));
  for (const [at, [id, text]] of [...texts].entries()) {
    if (at === half) for (const [guest, name] of names.entries()) index.add(name, guests[guest] ?? '');
    index.add(id, text);
  }
  if (texts.size > half) index.remove(names);
  return index;
}

describe('the index', () => {
  test('links, aligns and finds what reading every pair of words does, after removals and when reopened too', () => {
    fc.assert(
      fc.property(relatedTexts(6), relatedTexts(2), (texts, guests) => {
        const named = new Map(texts.map((text, at) => [called(at), text]));
        const index = indexAfterGuests(named, guests);
        const oracle = collectionOf(named);
        expectSame(index.lookup, oracle, named);
        expectSame(index.reopened().lookup, oracle, named);
        index.close();
      }),
      { numRuns },
    );
  });

  test('finds in one document alone what it finds there among all', () => {
    fc.assert(
      fc.property(relatedTexts(5), (texts) => {
        const index = memoryIndex();
        const added = texts.map((text, at) => index.add(called(at), text));
        for (const [at, text] of texts.entries()) {
          for (const span of sampleSpans(text)) {
            const all = findCopies(index.lookup, called(at), span).occurrences;
            for (const only of added) {
              if (only.id === called(at)) continue;
              const alone = findCopies(lookInOne(index.lookup, only), called(at), span).occurrences;
              expect(alone.slice(1)).toEqual(all.filter(({ document }) => document === only.id));
            }
          }
        }
        index.close();
      }),
      { numRuns },
    );
  });
});

describe('the alignment of two documents', () => {
  test('has eight words or more of every run of so many, whatever runs cross it', () => {
    fc.assert(
      fc.property(relatedTexts(4), (texts) => {
        const documents = texts.map((text, at) => indexDocument({ id: called(at), text }, at + 1));
        for (const [at, a] of documents.entries()) {
          for (const b of documents.slice(at + 1)) {
            const { stretches } = createAligner(a, equivalents).align(b);
            for (const run of runsOf(a, b))
              expect({ ...run, isHeld: isHeld(stretches, run) }).toEqual({ ...run, isHeld: true });
          }
        }
      }),
      { numRuns: 10 * numRuns },
    );
  });
});

/** Every maximal run of eight words or more outside page furniture, by reading each pair of words once. */
function* runsOf(a: IndexedDocument, b: IndexedDocument): Generator<Run> {
  for (let diagonal = 1 - a.words.length; diagonal < b.words.length; diagonal += 1) {
    let length = 0;
    for (let at = Math.max(0, -diagonal); at <= a.words.length; at += 1) {
      const word = a.furniture[at] === 1 || b.furniture[at + diagonal] === 1 ? undefined : a.words[at];
      if (word !== undefined && word === b.words[at + diagonal]) {
        length += 1;
        continue;
      }
      if (length >= 8) yield { a: at - length, b: at - length + diagonal, length };
      length = 0;
    }
  }
}

function isHeld(stretches: readonly CopiedStretch[], { a, b, length }: Run): boolean {
  return stretches.some(
    ({ fromA, toA, fromB, toB }) => Math.min(a + length, toA, toB + a - b) - Math.max(a, fromA, fromB + a - b) >= 8,
  );
}
