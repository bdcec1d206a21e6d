import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import expected from '#seeds/expected.json' with { type: 'json' };
import { contains } from '#shared/text/span.ts';
import { tokenise } from '#shared/text/tokens.ts';
import type { Place } from './copies.ts';
import { createCopyFinder } from './copy-finder.ts';
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

  it.each(expected.passages)('name passage $id among the passages of the project', ({ places }) => {
    const core = (spot: Place): Place => ({ ...spot, start: spot.start + 12, end: spot.end - 12 });
    const isHeld = finder
      .passages(8)
      .some(({ occurrences }) =>
        places.every((spot) =>
          occurrences.some((found) => found.document === spot.document && contains(found, core(spot))),
        ),
      );
    expect(isHeld).toBe(true);
  });

  it.each(expected.exactRuns.filter(({ kind, words }) => kind === 'copy' && words >= 5))(
    'have $a.document $a.start and $b.document $b.start in one passage',
    ({ a, b }) => {
      const isHeld = finder
        .passages(8)
        .some(({ occurrences }) =>
          [a, b].every((spot) =>
            occurrences.some((found) => found.document === spot.document && contains(found, spot)),
          ),
        );
      expect(isHeld).toBe(true);
    },
  );

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
    expect(finder.sharedIn(id)).toEqual([]);
    expect(finder.sharedShare(id)).toBe(0);
  });

  it('groups the one near-copy with the article that holds it, and nothing else', () => {
    const groups = finder.groups().map((group) => group.documents.map(({ document }) => document).toSorted());
    expect(groups).toEqual(expected.groups);
  });

  it('measures how much of each article stands elsewhere', () => {
    expect(finder.sharedShare('001')).toBeCloseTo(317 / 319, 10);
    expect(finder.sharedShare('002')).toBeGreaterThan(317 / 782);
    expect(finder.sharedShare('000')).toBeLessThan(0.3);
  });
});

describe('the shared passages of the five articles', () => {
  it.each([
    ['in the order of their names', (name: string) => name],
    ['in the opposite order', (name: string) => String(9 - Number(name.slice(2)))],
    ['the second first', (name: string) => (name === '001' ? 'a' : `b${name}`)],
  ])('are five, each with all its places, whichever document comes first by id: %s', (_, idOf) => {
    const renamed = createCopyFinder();
    const names = new Map<string, string>();
    for (const [name, text] of texts) {
      names.set(idOf(name), name);
      renamed.add({ id: idOf(name), text });
    }
    const told = renamed
      .passages(5)
      .map(({ occurrences }) =>
        occurrences.map(({ document }) => names.get(document) ?? '').toSorted((a, b) => a.localeCompare(b)),
      );
    expect(told.map((documents) => documents.join(' ')).toSorted((a, b) => a.localeCompare(b))).toEqual([
      '000 001 002',
      '000 001 002',
      '000 001 002',
      '000 002',
      '001 002',
    ]);
  });
});
