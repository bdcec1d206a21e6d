import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import expected from '#seeds/expected.json' with { type: 'json' };
import { tokenise } from '#shared/text/tokens.ts';
import type { Place } from './copies.ts';
import { createCopyFinder } from './copy-finder.oracle.ts';
import { naiveRuns } from './naive-runs.oracle.ts';

const texts = new Map(
  expected.documents.map(({ id, file }) => [id, readFileSync(new URL(`../../seeds/${file}`, import.meta.url), 'utf8')]),
);
const textOf = (id: string): string => texts.get(id) ?? '';
const finder = createCopyFinder();
for (const [id, text] of texts) finder.add({ id, text });

const place = ({ document, start, end }: Place): Place => ({ document, start, end });
const key = (...places: readonly Place[]): string =>
  places.map(({ document, start, end }) => `${document} [${start},${end})`).join(' ~ ');

describe('the five articles', () => {
  it.each(expected.documents)('$id has the length and the words it is known to have', (known) => {
    const text = textOf(known.id);
    expect([text.length, tokenise(text).count]).toEqual([known.length, known.words]);
  });

  it('share exactly the runs of five or more words that reading every pair of words finds', () => {
    const ids = [...texts.keys()];
    const found = ids.flatMap((a, index) =>
      ids.slice(index).flatMap((b) =>
        naiveRuns(textOf(a), textOf(b), 5, a === b).map((run) => ({
          words: run.words,
          places: key({ document: a, ...run.a }, { document: b, ...run.b }),
        })),
      ),
    );
    const table = expected.exactRuns.map(({ words, a, b }) => ({ words, places: key(a, b) }));
    const byPlaces = (one: { places: string }, other: { places: string }): number =>
      one.places < other.places ? -1 : 1;
    expect(found.toSorted(byPlaces)).toEqual(table.toSorted(byPlaces));
  });

  it.each(expected.passages)('hold passage $id in every copy, to the character', ({ places }) => {
    for (const own of places) {
      const found = finder.copiesOf(own.document, own).occurrences.map(place);
      const others = places.filter((other) => other !== own);
      expect(found.slice(1).map((copy) => key(copy))).toEqual(others.map((copy) => key(copy)));
    }
  });

  it.each(expected.everywhere.places)('show “virtually zero” in all seven places from $document $start', (own) => {
    const { occurrences, elsewhere } = finder.copiesOf(own.document, own);
    const found = [...occurrences, ...elsewhere].map((spot) => key(spot));
    expect(found.toSorted()).toEqual(expected.everywhere.places.map((spot) => key(spot)).toSorted());
  });
});

describe('tagging in the five articles', () => {
  it.each(expected.tagging)('$name', ({ span, linked, listed }) => {
    const { occurrences, elsewhere } = finder.copiesOf(span.document, span);
    const [own, ...copies] = occurrences;
    expect(own).toEqual({ ...span, status: 'exact', coverage: 1 });
    const byPlace = (one: Place, other: Place): number => (key(one) < key(other) ? -1 : 1);
    expect(copies.toSorted(byPlace)).toMatchObject(linked.toSorted(byPlace));
    const listedKeys = elsewhere.map((spot) => key(spot));
    expect(listedKeys).toEqual(expect.arrayContaining(listed.map((spot) => key(spot))));
  });

  it.each(expected.neverLinked.spans)('never links the page furniture “$name”', ({ span }) => {
    expect(finder.copiesOf(span.document, span).occurrences).toHaveLength(1);
  });

  it.each(expected.neverLinked.documents)('never links a document that copies nothing: %s', (id) => {
    const { words } = tokenise(textOf(id));
    const { starts, ends, count } = tokenise(textOf(id));
    expect(words.length).toBe(count);
    const linked: string[] = [];
    for (let at = 0; at + 6 <= count; at += 3) {
      const span = { start: starts[at] ?? 0, end: ends[at + 5] ?? 0 };
      for (const { document } of finder.copiesOf(id, span).occurrences) {
        if (document !== id) linked.push(key({ document: id, ...span }));
      }
    }
    expect(linked).toEqual([]);
  });
});
