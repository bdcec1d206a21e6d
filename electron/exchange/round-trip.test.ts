import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFormats, type ExportFormatName } from './write.ts';
import { arbitrarySet } from './testing/arbitrary-set.ts';
import { brokenSet, emptySet, goldenSet } from './testing/golden-set.ts';

const names = Object.keys(exportFormats) as readonly ExportFormatName[];

describe.each(names)('%s', (name) => {
  const { serialize, verify } = exportFormats[name];
  const textOf = (set: typeof goldenSet): string => [...serialize(set)].join('');

  it('reads back what it wrote, whatever the set', () => {
    fc.assert(
      fc.property(arbitrarySet, (set) => {
        expect(verify(set, textOf(set))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('reads back a copy that something was put into, range by range', () => {
    expect(verify(brokenSet, textOf(brokenSet))).toBeNull();
  });

  it.each([
    ['its hull', undefined],
    [
      'other ranges',
      [
        { start: 0, end: 1 },
        { start: 17, end: 22 },
      ],
    ],
  ])('notices that a broken copy was written as %s', (_, ranges) => {
    const [t3] = brokenSet.annotations;
    if (t3 === undefined) throw new Error('no annotation');
    const occurrences = t3.occurrences.map(({ ranges: own, ...rest }) =>
      own === undefined ? rest : { ...rest, end: ranges?.at(-1)?.end ?? rest.end, ...(ranges && { ranges }) },
    );
    const other = { ...brokenSet, annotations: [{ ...t3, occurrences }] };
    expect(verify(brokenSet, textOf(other))).not.toBeNull();
  });

  it('reads back the empty set', () => expect(verify(emptySet, textOf(emptySet))).toBeNull());

  it('reads back a set of documents in which nothing is tagged', () => {
    const untagged = { ...goldenSet, annotations: [] };
    expect(verify(untagged, textOf(untagged))).toBeNull();
  });

  it('notices that a span has moved', () => {
    const [t1, ...others] = goldenSet.annotations;
    if (t1 === undefined) throw new Error('no annotation');
    const [own, ...copies] = t1.occurrences;
    if (own === undefined) throw new Error('no occurrence');
    const occurrences = [{ ...own, start: own.start + 1 }, ...copies];
    const moved = { ...goldenSet, annotations: [{ ...t1, start: own.start + 1, occurrences }, ...others] };
    expect(verify(goldenSet, textOf(moved))).not.toBeNull();
  });

  it('notices that an annotation is missing, or one too many', () => {
    const fewer = { ...goldenSet, annotations: goldenSet.annotations.slice(1) };
    expect(verify(goldenSet, textOf(fewer))).not.toBeNull();
    expect(verify(fewer, textOf(goldenSet))).not.toBeNull();
  });

  it('notices a changed text', () => {
    const changed = goldenSet.documents.map((document) => ({ ...document, text: document.text.replace('B', 'X') }));
    expect(verify({ ...goldenSet, documents: changed }, textOf(goldenSet))).not.toBeNull();
  });

  it('notices any character that was changed in the file where it matters', () => {
    const text = textOf(goldenSet);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '7', 'x', '"', ' '), (at, character) => {
        const damaged = text.slice(0, at) + character + text.slice(at + 1);
        fc.pre(damaged !== text && damaged.replace(/\s/g, '') !== text.replace(/\s/g, ''));
        const isQuoteMark = /["]/.test(text.charAt(at)) || character === '"';
        fc.pre(!(name === 'csv' && isQuoteMark));
        expect(verify(goldenSet, damaged)).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
