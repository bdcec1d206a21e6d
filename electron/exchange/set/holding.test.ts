import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { arbitrarySet } from '../testing/arbitrary-set.ts';
import { copiedSet, documentOf, goldenText, setOf, t1, t2, t3 } from '../testing/golden-set.ts';
import type { DocumentField, Holding, OccurrenceField } from './format.ts';
import { heldDocument, holdingOf, lossesOf, surveyOf, writableDocuments } from './holding.ts';
import { lossSentence, type LossKind } from './loss.ts';

const everything: Holding = {
  project: true,
  document: ['id', 'name', 'title', 'text', 'sha256', 'source', 'author', 'date', 'url', 'group'],
  untagged: true,
  occurrence: ['annotation', 'passage', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
  uncounted: true,
  ranges: 'kept',
  labels: { names: true, keys: true, unused: true },
};

const without = <T>(all: readonly T[], ...some: readonly T[]): readonly T[] => all.filter((one) => !some.includes(one));
const text = { text: true };

function told(set: AnnotatedSet, holds: Partial<Holding>, options = text, textOptional = false): readonly string[] {
  const losses = lossesOf(set, { holds: { ...everything, ...holds }, textOptional }, options);
  return losses.map(({ kind, count, examples }) => `${kind} ${count}: ${examples.join(' / ')}`);
}

const bothSet = setOf([...copiedSet.documents(), documentOf('doc4', goldenText, [t3])], { bare: ['a9'] });
const noDocumentField = (field: DocumentField): Partial<Holding> => ({ document: without(everything.document, field) });
const noField = (field: OccurrenceField): Partial<Holding> => ({ occurrence: without(everything.occurrence, field) });

describe('what a format cannot hold is told', () => {
  const bare = 'annotation-without-occurrence 1: a9';

  it.each<[string, Partial<Holding>, readonly string[]]>([
    ['nothing', {}, []],
    ['the name of the project', { project: false }, ['project-name 1: Golden']],
    ['names', noDocumentField('name'), ['document-name 4: doc1.txt / doc2.txt / doc3.txt']],
    ['titles', noDocumentField('title'), ['document-title 4: Title of doc1 / Title of doc2 / Title of doc3']],
    ['texts', noDocumentField('text'), ['document-text 4: doc1.txt / doc2.txt / doc3.txt']],
    ['sources', noDocumentField('source'), ['document-source 4: The Paper / The Paper / The Paper']],
    ['authors', noDocumentField('author'), ['document-author 4: A. Writer / A. Writer / A. Writer']],
    ['dates', noDocumentField('date'), ['document-date 4: 2026-02-28 / 2026-02-28 / 2026-02-28']],
    ['groups, where there are any', noDocumentField('group'), ['document-group 2: doc1.txt / doc2.txt']],
    ['ids and hashes, which follow from the texts', { document: without(everything.document, 'id', 'sha256') }, []],
    ['documents in which nothing is tagged', { untagged: false }, ['document-without-occurrence 1: doc3.txt']],
    ['which annotation copies belong to', noField('annotation'), ['annotation 2: B claims / claims C. E']],
    ['passages that are more than an annotation', noField('passage'), []],
    ['annotators, once for each annotation', noField('annotator'), ['annotator 3: Anna / Anna / Anna']],
    ['notes', noField('note'), ['note 1: see page 3']],
    ['when annotations were made', noField('made'), [`made 3: ${Array(3).fill(t1.made).join(' / ')}`]],
    ['statuses', noField('status'), ['status 2: B claims / claims C. E']],
    ['coverages', noField('coverage'), ['coverage 1: claims C. E']],
    ['which spans are copies', noField('own'), ['own-span 2: B claims / claims C. E']],
    ['reasons', noField('reason'), ['reason 1: another claim']],
    [
      'what does not count',
      { uncounted: false, untagged: false },
      ['document-without-occurrence 2: doc2.txt / doc3.txt', 'uncounted-occurrence 2: B claims / claims C. E'],
    ],
    ['ranges that belong together', { ranges: 'split' }, ['ranges-split 1: A … denies']],
    ['what was put into an occurrence', { ranges: 'hull' }, ['ranges-joined 1: A … denies']],
    [
      'occurrences of several ranges, and documents that have nothing else',
      { ranges: 'dropped', untagged: false },
      ['document-without-occurrence 2: doc3.txt / doc4.txt', 'ranges-dropped 1: A … denies'],
    ],
  ])('%s', (_, holds, expected) => expect(told(bothSet, holds).toSorted()).toEqual([...expected, bare].toSorted()));

  it('passages that several annotations share', () => {
    const shared = setOf([documentOf('doc1', goldenText, [t1, { ...t1, annotation: 't9', passage: 't1' }])]);
    expect(told(shared, noField('passage'))).toEqual(['passage 1: B claims']);
  });

  it('labels that nothing in the file bears, whether that is for the set or for the format', () => {
    const labels = { names: true, keys: true, unused: false };
    expect(told(setOf([documentOf('d', goldenText, [t1])]), { labels })).toEqual([
      'unused-label 2: Rebuttal / Editorial insertion',
    ]);
    expect(told(bothSet, { labels, ranges: 'dropped' })).toContain('unused-label 1: Editorial insertion');
    expect(told(bothSet, { labels, uncounted: false })).not.toContain('unused-label');
  });

  it('names and keys of labels that are in the file, borne or not', () => {
    const labels = { names: false, keys: false, unused: true };
    expect(told(setOf([]), { labels })).toEqual([
      'label-key 3: 1 Claim / 2 Rebuttal / 3 Editorial insertion',
      'label-name 3: Claim / Rebuttal / Editorial insertion',
    ]);
    expect(told(setOf([documentOf('d', goldenText, [t1])]), { labels: { ...labels, unused: false } })).toEqual([
      'unused-label 2: Rebuttal / Editorial insertion',
      'label-key 1: 1 Claim',
      'label-name 1: Claim',
    ]);
  });

  it('but not texts that are left out on demand, nor empty fields', () => {
    expect(told(bothSet, {}, { text: false }, true)).toEqual([bare]);
    const empty = setOf([documentOf('d', goldenText, [], { title: '', author: '', url: '' })]);
    expect(told(empty, { document: ['text', 'name'] })).toEqual([
      'document-source 1: The Paper',
      'document-date 1: 2026-02-28',
    ]);
  });

  it('in a sentence with its number and examples', () => {
    const [loss] = lossesOf(
      bothSet,
      { holds: { ...everything, ...noDocumentField('title') }, textOptional: false },
      text,
    );
    expect(loss && lossSentence(loss)).toBe(
      'Not in the file: titles of documents (4: “Title of doc1”, “Title of doc2”, “Title of doc3”, …).',
    );
  });

  it('with what a fit loses, and of what is left of the document then', () => {
    const fit = (document: AnnotatedDocument) => ({
      document: { ...document, occurrences: document.occurrences.filter(({ label }) => label === 'claim') },
      losses: document.occurrences
        .filter(({ label }) => label !== 'claim')
        .map(({ label }) => ({ kind: 'overlap' as const, example: label })),
    });
    const holds = { ...everything, untagged: false, ...noField('note') };
    const set = setOf([documentOf('doc1', goldenText, [t1, t2]), documentOf('doc2', goldenText, [t2])]);
    const losses = lossesOf(set, { holds, textOptional: false, fit }, text);
    expect(losses.map(({ kind, count }) => `${kind} ${count}`)).toEqual(['document-without-occurrence 1', 'overlap 2']);
    expect([...writableDocuments(set, { holds, fit })].map(({ id }) => id)).toEqual(['doc1']);
    const [first] = set.documents();
    const { annotations, occurrences } = surveyOf(
      setOf(first === undefined ? [] : [first]),
      { holds, fit, textOptional: false },
      { text: true },
    );
    expect({ annotations, occurrences }).toEqual({ annotations: 1, occurrences: 1 });
  });
});

describe('texts that are left out', () => {
  it('are so only where the format can do without', () => {
    expect(holdingOf({ holds: everything, textOptional: true }, { text: false }).document).not.toContain('text');
    expect(holdingOf({ holds: everything, textOptional: false }, { text: false })).toBe(everything);
    expect(holdingOf({ holds: everything, textOptional: true }, text)).toBe(everything);
  });
});

const anyHolding: fc.Arbitrary<Holding> = fc.record({
  project: fc.boolean(),
  document: fc.subarray([...everything.document]),
  untagged: fc.boolean(),
  occurrence: fc.subarray([...everything.occurrence]),
  uncounted: fc.boolean(),
  ranges: fc.constantFrom('kept', 'split', 'hull', 'dropped'),
  labels: fc.record({ names: fc.boolean(), keys: fc.boolean(), unused: fc.boolean() }),
});

/** Of everything, all but a few: then there is often nothing to tell. */
const almostEverything: fc.Arbitrary<Holding> = fc.oneof(
  anyHolding.map(({ document }) => ({ ...everything, document })),
  anyHolding.map(({ occurrence }) => ({ ...everything, occurrence })),
  anyHolding.map(({ ranges, untagged, uncounted }) => ({ ...everything, ranges, untagged, uncounted })),
);

const documentKinds: Readonly<Partial<Record<DocumentField, LossKind>>> = {
  name: 'document-name',
  title: 'document-title',
  text: 'document-text',
  source: 'document-source',
  author: 'document-author',
  date: 'document-date',
  url: 'document-url',
  group: 'document-group',
};
const fieldKinds: Readonly<Record<OccurrenceField, LossKind>> = {
  annotation: 'annotation',
  passage: 'passage',
  annotator: 'annotator',
  note: 'note',
  made: 'made',
  status: 'status',
  coverage: 'coverage',
  own: 'own-span',
  reason: 'reason',
};

describe('an occurrence of several ranges', () => {
  it.each([
    ['kept', ['0–23 in 2']],
    ['split', ['0–1', '17–23']],
    ['hull', ['0–23']],
    ['dropped', []],
  ] as const)('is %s', (ranges, expected) => {
    const held = heldDocument(documentOf('d', goldenText, [t3]), { holds: { ...everything, ranges } });
    const places = held?.occurrences.map(({ start, end, ranges: parts }) =>
      parts === undefined ? `${start}–${end}` : `${start}–${end} in ${parts.length}`,
    );
    expect(places).toEqual(expected);
  });
});

describe('what a format holds of a document', () => {
  it('holds of what it has held all there is', () => {
    fc.assert(
      fc.property(arbitrarySet, anyHolding, (set, holds) => {
        for (const document of set.documents()) {
          const held = heldDocument(document, { holds });
          if (held !== null) expect(heldDocument(held, { holds })).toEqual(held);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same of the documents that are written as of those that are not fitted yet', () => {
    fc.assert(
      fc.property(arbitrarySet, anyHolding, (set, holds) => {
        const held = [...set.documents()].flatMap((document) => heldDocument(document, { holds }) ?? []);
        const written = [...writableDocuments(set, { holds })].map((document) => heldDocument(document, { holds }));
        expect(written).toEqual(held);
      }),
      { numRuns: 300 },
    );
  });

  it('differs from the document in nothing that was not told', () => {
    fc.assert(
      fc.property(arbitrarySet, fc.oneof(anyHolding, almostEverything), (set, holds) => {
        const kinds = new Set(lossesOf(set, { holds, textOptional: false }, text).map(({ kind }) => kind));
        const differing: string[] = [];
        const compare = (a: unknown, b: unknown, kind: LossKind | undefined): void => {
          if (JSON.stringify(a) !== JSON.stringify(b) && (kind === undefined || !kinds.has(kind)))
            differing.push(`${kind} ${JSON.stringify(a)} ${JSON.stringify(b)}`);
        };
        for (const document of set.documents()) {
          const held = heldDocument(document, { holds });
          if (held === null) {
            compare('there', 'not there', 'document-without-occurrence');
            continue;
          }
          for (const [field, kind] of Object.entries(documentKinds) as readonly [DocumentField, LossKind][])
            compare(document[field], held[field], kind);
          const counted = document.occurrences.filter((one) => one.counted || !kinds.has('uncounted-occurrence'));
          const there = kinds.has('ranges-dropped') ? counted.filter(({ ranges }) => ranges === undefined) : counted;
          const parts = kinds.has('ranges-split')
            ? there.flatMap((one) => (one.ranges ?? [one]).map(() => one))
            : there;
          const ranges = (one: { ranges?: unknown }): string => JSON.stringify(one.ranges ?? []);
          compare(there.map(ranges).toSorted(), held.occurrences.map(ranges).toSorted(), rangesKind(kinds));
          const lost = (field: OccurrenceField): LossKind | undefined =>
            // Without the one that leads, nobody speaks for the others: that one is told to be gone.
            kinds.has('ranges-dropped') && !kinds.has(fieldKinds[field]) ? 'ranges-dropped' : fieldKinds[field];
          for (const field of everything.occurrence) {
            if (field === 'annotation' || field === 'passage') continue;
            const said = (one: Readonly<Record<string, unknown>>): string => String(one[field]);
            compare(
              parts.map((one) => said({ ...one })).toSorted(),
              held.occurrences.map((one) => said({ ...one })).toSorted(),
              lost(field),
            );
          }
        }
        expect(differing).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the document itself where nothing at all is told', () => {
    let whole = 0;
    fc.assert(
      fc.property(arbitrarySet, almostEverything, (set, some) => {
        const holds = { ...some, document: [...some.document, 'id', 'sha256'] as const };
        if (lossesOf(set, { holds, textOptional: false }, text).length > 0) return;
        whole += 1;
        for (const document of set.documents()) {
          const held = heldDocument(document, { holds });
          // Which one leads follows from the set; an annotation of one occurrence needs no id, nor such a passage.
          const bare = (found: AnnotatedDocument | null): unknown => ({
            ...found,
            occurrences: found?.occurrences.map((one) => ({ ...one, leads: false, annotation: '', passage: '' })),
          });
          expect(bare(held)).toEqual(bare(document));
        }
      }),
      { numRuns: 300 },
    );
    expect(whole).toBeGreaterThan(30);
  });
});

function rangesKind(kinds: ReadonlySet<LossKind>): LossKind | undefined {
  return (['ranges-split', 'ranges-joined', 'ranges-dropped'] as const).find((kind) => kinds.has(kind));
}
