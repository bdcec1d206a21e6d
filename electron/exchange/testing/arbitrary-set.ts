/** Sets of every kind that a project or another program's file can hold, for property tests. */
import * as fc from 'fast-check';
import {
  compareOccurrences,
  type AnnotatedDocument,
  type AnnotatedOccurrence,
  type AnnotatedSet,
  type SetLabel,
} from '#shared/domain/annotated-set.ts';
import { splitsPair } from '#shared/text/surrogate.ts';
import { documentOf, occurrenceOf, setOf } from './golden-set.ts';

/** Characters that some format reserves, or that count differently in some unit. */
const characters = fc.constantFrom(
  ...Array.from('abc xyz =+-@＝＋－＠\'"“”«,;|\t\n\\/<>&#*_[]{}%0١שא中é.'),
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
  '\ufffe',
);
const writing = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: characters, minLength, maxLength });

/** The text of a document: frozen as all are, so never blank and without a byte order mark at its start. */
const text = fc
  .tuple(fc.constantFrom('a', '😀', 'ש', '中', '"', '<'), writing(0, 60))
  .map(([first, rest]) => `${first}${rest}`);

type Place = Pick<AnnotatedOccurrence, 'start' | 'end' | 'ranges'>;

function placeIn(text: string): fc.Arbitrary<Place> {
  const borders = [...Array(text.length + 1).keys()].filter((at) => !splitsPair(text, at));
  const last = borders.length - 1;
  return fc
    .tuple(fc.nat(last - 1), fc.nat(last - 1), fc.array(fc.nat(last), { maxLength: 6 }))
    .map(([one, other, picks]): Place => {
      const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
      const cuts = [...new Set(picks)].filter((at) => at > from && at < to).toSorted((a, b) => a - b);
      const bounds = [from, ...cuts.slice(0, cuts.length - (cuts.length % 2)), to].map((at) => borders[at] ?? 0);
      const ranges = bounds.flatMap((start, at) => (at % 2 === 0 ? [{ start, end: bounds[at + 1] ?? start }] : []));
      const hull = { start: bounds[0] ?? 0, end: bounds.at(-1) ?? 0 };
      return ranges.length > 1 ? { ...hull, ranges } : hull;
    });
}

const judged = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ status: fc.constantFrom('exact', 'edited'), counted: fc.constant(true) } as const),
  },
  fc.record({ status: fc.constantFrom('differs', 'partial'), counted: fc.boolean() } as const),
  fc.record({ status: fc.constant('detached'), counted: fc.constant(false) } as const),
);

interface Said extends Pick<AnnotatedOccurrence, 'annotation' | 'passage' | 'label' | 'annotator' | 'note' | 'made'> {}

function occurrenceIn(found: AnnotatedDocument, annotations: readonly Said[]): fc.Arbitrary<AnnotatedOccurrence> {
  return fc
    .tuple(
      fc.constantFrom(...annotations),
      placeIn(found.text),
      judged,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
      writing(0, 6),
    )
    .map(([said, place, judgement, coverage, own, reason]) =>
      // There is no telling 0 from -0 in a file.
      occurrenceOf(said.annotation, said.label, place.start, place.end, {
        ...said,
        ...place,
        ...judgement,
        coverage: coverage + 0,
        own,
        leads: false,
        reason,
      }),
    );
}

/** One occurrence of each annotation leads: the first that counts, else the first. */
function led(documents: readonly AnnotatedDocument[]): readonly AnnotatedDocument[] {
  const all = documents.flatMap(({ occurrences }) => occurrences);
  const leaders = new Map<string, AnnotatedOccurrence>();
  for (const isCounted of [true, false])
    for (const one of all)
      if (one.counted === isCounted && !leaders.has(one.annotation)) leaders.set(one.annotation, one);
  return documents.map((document) => ({
    ...document,
    occurrences: document.occurrences.map((one) => ({ ...one, leads: leaders.get(one.annotation) === one })),
  }));
}

const labels: fc.Arbitrary<readonly SetLabel[]> = fc
  .uniqueArray(
    writing(1, 10).filter((one) => one.trim() !== ''),
    { minLength: 1, maxLength: 4 },
  )
  .chain((ids) =>
    fc.tuple(
      ...ids.map((label, at) => writing(1, 10).map((name) => ({ label, name, key: at < 2 ? String(at + 1) : '' }))),
    ),
  );

export const arbitrarySet: fc.Arbitrary<AnnotatedSet> = labels.chain((codebook) =>
  fc
    .tuple(
      fc.array(
        fc.record({
          text,
          name: writing(1, 12),
          title: writing(0, 12),
          group: fc.constantFrom('', 'd0'),
          source: writing(0, 6),
        }),
        { minLength: 0, maxLength: 4 },
      ),
      fc.array(
        fc.record({
          passage: fc.constantFrom('p1', 'p2'),
          label: fc.constantFrom(...codebook.map(({ label }) => label)),
          annotator: writing(1, 6),
          note: writing(0, 20),
          made: fc.constant('2026-03-01T10:20:30.400Z'),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      writing(1, 8),
    )
    .chain(([found, said, name]) => {
      const annotations = said.map((each, at) => ({ ...each, annotation: `a${at}` }));
      const documents = found.map(({ text: words, ...rest }, at) => documentOf(`d${at}`, words, [], rest));
      return fc
        .tuple(...documents.map((document) => fc.array(occurrenceIn(document, annotations), { maxLength: 6 })))
        .map((placed) => {
          const filled = documents.map((document, at) => ({
            ...document,
            occurrences: distinct(placed[at] ?? []).toSorted(compareOccurrences),
          }));
          return setOf(led(filled), { project: { id: 'project', name }, labels: codebook });
        });
    }),
);

/** An annotation has no two occurrences that begin at one place of a document. */
function distinct(occurrences: readonly AnnotatedOccurrence[]): readonly AnnotatedOccurrence[] {
  const taken = new Set<string>();
  return occurrences.filter(({ annotation, start }) => {
    const key = `${annotation}/${start}`;
    const isNew = !taken.has(key);
    taken.add(key);
    return isNew;
  });
}
