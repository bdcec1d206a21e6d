/** Sets of every kind that a project can hold, for property tests. */
import * as fc from 'fast-check';
import type {
  AnnotatedDocument,
  AnnotatedOccurrence,
  AnnotatedPassage,
  AnnotatedSet,
} from '#shared/domain/annotated-set.ts';
import { firstCodebook } from '#shared/domain/label.ts';
import { splitsPair } from '#shared/text/surrogate.ts';
import { annotationOf, documentOf, occurrenceOf } from './golden-set.ts';

/** Characters that some format reserves, or that count differently in some unit. */
const characters = fc.constantFrom(
  ...Array.from('abc =+-@＝＋－＠\'"“”«,;|\t\n\\/<>&#*_[]{}%0١שא中é'),
  'e\u0301',
  '😀',
  '👩‍🚀',
  '\u2028',
  '\u0085',
  '\u00a0',
  '\u200f',
  '\u202e',
  '\ufeff',
  '\u0001',
  '\u001b',
);
const writing = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: characters, minLength, maxLength });

const documents: fc.Arbitrary<readonly AnnotatedDocument[]> = fc
  .array(fc.record({ text: writing(1, 60), name: writing(1, 12), title: writing(0, 12) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((found) => found.map(({ text, name, title }, index) => documentOf(`d${index}`, text, name, title)));

function occurrenceIn(found: readonly AnnotatedDocument[]): fc.Arbitrary<AnnotatedOccurrence> {
  const place = fc.constantFrom(...found).chain((document) => {
    const borders = [...Array(document.text.length + 1).keys()].filter((at) => !splitsPair(document.text, at));
    return fc
      .tuple(fc.nat(borders.length - 2), fc.nat(borders.length - 2))
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other) + 1] as const)
      .map(([from, to]) => ({ document: document.id, start: borders[from] ?? 0, end: borders[to] ?? 0 }));
  });
  const kind = fc.oneof(
    fc.record({ status: fc.constantFrom('exact', 'edited'), counted: fc.constant(true) } as const),
    fc.record({ status: fc.constantFrom('differs', 'partial'), counted: fc.boolean() } as const),
    fc.record({ status: fc.constant('detached'), counted: fc.constant(false) } as const),
  );
  return fc
    .tuple(place, kind, fc.double({ min: 0, max: 1, noNaN: true }), writing(0, 6))
    .map(([{ document, start, end }, { status, counted }, coverage, reason]) =>
      // There is no telling 0 from -0 in a file.
      occurrenceOf(document, start, end, { status, counted, coverage: coverage + 0, reason }),
    );
}

/** Sometimes the occurrence is in several ranges: what lies between its cuts is left out, piece and gap in turn. */
function brokenIn(found: readonly AnnotatedDocument[]): fc.Arbitrary<AnnotatedOccurrence> {
  return fc.tuple(occurrenceIn(found), fc.array(fc.nat(60), { maxLength: 6 })).map(([whole, picks]) => {
    const { document, start, end } = whole;
    const text = found.find(({ id }) => id === document)?.text ?? '';
    const cuts = [...new Set(picks.map((pick) => start + pick))]
      .filter((at) => at > start && at < end && !splitsPair(text, at))
      .sort((a, b) => a - b);
    const bounds = [start, ...cuts.slice(0, cuts.length - (cuts.length % 2)), end];
    const ranges = bounds.flatMap((from, at) => (at % 2 === 0 ? [{ start: from, end: bounds[at + 1] ?? end }] : []));
    return ranges.length > 1 ? { ...whole, ranges } : whole;
  });
}

function annotationIn(found: readonly AnnotatedDocument[], id: string): fc.Arbitrary<AnnotatedPassage> {
  // The annotator's own span is always one; so is what has the same bounds as hers.
  const occurrences = fc
    .tuple(
      occurrenceIn(found),
      fc.uniqueArray(brokenIn(found), { maxLength: 4, selector: ({ document, start }) => `${document}/${start}` }),
    )
    .map(([own, copies]) => [
      own,
      ...copies.filter(({ document, start }) => document !== own.document || start !== own.start),
    ]);
  const label = fc.constantFrom(...firstCodebook.map((each) => each.label));
  return fc
    .tuple(occurrences, label, writing(0, 20), writing(1, 6), fc.constantFrom('p1', 'p2', 'p3'), fc.nat(4))
    .map(([[first, ...rest], each, note, annotator, passage, gone]) => {
      if (first === undefined) throw new Error('no occurrence');
      const whole = annotationOf(id, each, [first, ...rest], { note, annotator, passage });
      // Sometimes the document that was tagged has left the project, sometimes every one has.
      if (gone === 0) return { ...whole, document: 'gone' };
      return gone === 1 ? { ...whole, occurrences: [], document: 'gone' } : whole;
    });
}

export const arbitrarySet: fc.Arbitrary<AnnotatedSet> = fc
  .tuple(documents, fc.nat(6), writing(1, 8), fc.array(writing(1, 10), { minLength: 3, maxLength: 3 }))
  .chain(([found, count, name, labelNames]) =>
    fc.tuple(...[...Array(count).keys()].map((index) => annotationIn(found, `a${index}`))).map((annotations) => ({
      project: { id: 'project', name },
      labels: firstCodebook.map((label, index) => ({ ...label, name: labelNames[index] ?? label.name })),
      documents: found,
      annotations,
    })),
  );
