import { describe, expect, it } from 'vitest';
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { copiedSet, documentOf, goldenText, setOf, t1 } from '../testing/golden-set.ts';
import type { Holding, SetFormat } from './format.ts';
import type { ReadDocument, ReadItem, ReadSpan } from './read-document.ts';
import { SourceFault, type SetSource } from './source.ts';
import { verifySet } from './verification.ts';

const holds: Holding = {
  project: true,
  document: ['id', 'name', 'title', 'text', 'sha256', 'source', 'author', 'date', 'url', 'group'],
  untagged: true,
  occurrence: ['annotation', 'passage', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
  uncounted: true,
  ranges: 'kept',
  labels: { names: true, keys: true, unused: true },
};

const nothing: SetSource = { name: 'the files', files: [], close: () => undefined };

/** A file that says what the set says, in UTF-16 units. */
function itemsOf(set: AnnotatedSet): readonly ReadItem[] {
  const documents = [...set.documents()].map((document) => ({ type: 'document', document: readOf(document) }) as const);
  return [{ type: 'project', ...set.project }, { type: 'labels', labels: set.labels }, ...documents];
}

function readOf(document: AnnotatedDocument): ReadDocument {
  const { occurrences, ...facts } = document;
  const spans = occurrences.map((said, at): ReadSpan => {
    const quote = said.ranges === undefined ? document.text.slice(said.start, said.end) : null;
    return { ...said, where: `span ${at + 1}`, quote };
  });
  return { ...facts, where: `line ${document.id}`, unit: 'utf-16', otherUnits: ['code-point'], join: ' ', spans };
}

function formatOf(items: () => Iterable<ReadItem>, rest: Partial<SetFormat> = {}): SetFormat {
  return {
    title: 'Test',
    purpose: 'tests',
    endings: ['.test'],
    layout: 'file',
    textOptional: true,
    holds,
    write: () => [],
    async *read() {
      for (const item of items()) yield await Promise.resolve(item);
    },
    ...rest,
  };
}

const whole = { text: true };
const changed = async (
  change: (items: readonly ReadItem[]) => Iterable<ReadItem>,
  rest: Partial<SetFormat> = {},
): Promise<string | null> =>
  verifySet(
    copiedSet,
    formatOf(() => change(itemsOf(copiedSet)), rest),
    whole,
    nothing,
  );

/** The same with something else in every document. */
const inDocuments =
  (change: (read: ReadDocument) => Partial<ReadDocument>) =>
  (items: readonly ReadItem[]): readonly ReadItem[] =>
    items.map((item) =>
      item.type === 'document' ? { type: 'document', document: { ...item.document, ...change(item.document) } } : item,
    );

const inSpans = (change: (span: ReadSpan) => Partial<ReadSpan>) =>
  inDocuments(({ spans }) => ({ spans: spans.map((span) => ({ ...span, ...change(span) })) }));

const inLabels =
  (change: Partial<AnnotatedSet['labels'][number]>) =>
  (items: readonly ReadItem[]): readonly ReadItem[] =>
    items.map((item) =>
      item.type === 'labels' ? { ...item, labels: item.labels.map((label) => ({ ...label, ...change })) } : item,
    );

describe('an export is proved', () => {
  it('where its file says what the set says', async () => expect(await changed((items) => items)).toBeNull());

  it('whatever order its spans are in', async () =>
    expect(await changed(inDocuments(({ spans }) => ({ spans: spans.toReversed() })))).toBeNull());

  it('where it has no texts but refers to those of the set', async () => {
    const format = formatOf(() => inDocuments(() => ({ text: null }))(itemsOf(copiedSet)));
    expect(await verifySet(copiedSet, format, { text: false }, nothing)).toBeNull();
    expect(await verifySet(copiedSet, format, whole, nothing)).toBeNull();
  });

  it('where a text begins with a byte order mark, as of a file that had two', async () => {
    const set = setOf([documentOf('d', '\ufeffab', [{ ...t1, start: 1, end: 3 }])]);
    expect(
      await verifySet(
        set,
        formatOf(() => itemsOf(set)),
        whole,
        nothing,
      ),
    ).toBeNull();
  });

  it('by a check of its own, where it cannot be read', async () => {
    const format = formatOf(() => [], { check: async () => Promise.resolve('the file shows nothing') });
    const { read: _, ...report } = format;
    expect(await verifySet(copiedSet, report, whole, nothing)).toBe('the file shows nothing');
    const { check: __, ...unproved } = report;
    expect(await verifySet(copiedSet, unproved, whole, nothing)).toBeNull();
  });

  it('by both, where it has both', async () => {
    const check = async (): Promise<string> => Promise.resolve('the file shows nothing');
    expect(await changed((items) => items, { check })).toBe('the file shows nothing');
  });

  it('document by document', async () => {
    let count = 0;
    const format = formatOf(() => itemsOf(copiedSet));
    await verifySet(copiedSet, format, whole, nothing, () => (count += 1));
    expect(count).toBe(3);
  });
});

describe('an export is not proved', () => {
  it.each<[string, Parameters<typeof changed>[0], string]>([
    [
      'a problem',
      (items) => [...items, { type: 'problem', where: 'line 9', why: 'it is no JSON' }],
      'line 9: it is no JSON',
    ],
    ['a document too few', (items) => items.slice(0, -1), '“doc3.txt” is missing'],
    ['no documents', (items) => items.slice(0, 2), '“doc1.txt” is missing'],
    ['a document too many', (items) => [...items, ...items.slice(-1)], 'line doc3: a document too many'],
    ['another text', inDocuments(() => ({ text: `${goldenText} ` })), 'line doc1, “doc1.txt”: another text'],
    ['another hash', inDocuments(() => ({ sha256: '0'.repeat(64) })), 'line doc1, “doc1.txt”: another hash'],
    ['another title', inDocuments(() => ({ title: 'x' })), 'line doc1, “doc1.txt”: title'],
    ['another note', inSpans(() => ({ note: 'x' })), 'line doc1, “doc1.txt”: occurrences[0].note'],
    ['another label', inSpans(() => ({ label: 'editorial-insertion' })), 'line doc1, “doc1.txt”: occurrences[0].label'],
    ['another status', inSpans(() => ({ status: 'partial' })), 'line doc1, “doc1.txt”: occurrences[0].status'],
    [
      'a span too few',
      inDocuments(({ spans }) => ({ spans: spans.slice(1) })),
      'line doc1, “doc1.txt”: occurrences (2 there, 1 in the file)',
    ],
    [
      'a span that would have to be repaired',
      inSpans(({ start, end }) => ({ start: start - 1, end: end - 1 })),
      'line doc1, “doc1.txt”: span 1: the file counts code points',
    ],
    [
      'a span that is none',
      inSpans(() => ({ start: 5, end: 5, quote: null })),
      'line doc1, “doc1.txt”: span 1: 5–5 covers nothing',
    ],
    [
      'another project',
      (items) => items.map((item) => (item.type === 'project' ? { ...item, name: 'x' } : item)),
      'the project is called “x”',
    ],
    ['no codebook', (items) => items.filter(({ type }) => type !== 'labels'), 'the label “Claim” is missing'],
    ['other names of labels', inLabels({ name: 'x' }), 'the label “Claim” is called “x”'],
    ['other keys of labels', inLabels({ key: 'x' }), 'the label “Claim” has the key “x”'],
  ])('where its file has %s', async (_, change, expected) => expect(await changed(change)).toBe(expected));

  it('where it does not say what a label is called that is borne', async () => {
    const labels = { names: true, keys: false, unused: false };
    const rest = { holds: { ...holds, labels } };
    expect(await changed((items) => items.filter(({ type }) => type !== 'labels'), rest)).toBe(
      'the label “Claim” is called “claim”',
    );
    // Of one that nothing bears the format has nothing to say.
    expect(await changed((items) => items, rest)).toBeNull();
  });

  it('where its file cannot be read to its end', async () => {
    const broken = function* (items: readonly ReadItem[]): Generator<ReadItem> {
      yield* items.slice(0, 3);
      throw new SourceFault('“set” cannot be read (EIO).');
    };
    expect(await changed(broken)).toBe('“set” cannot be read (EIO).');
  });

  it('but throws where that is a bug', async () => {
    const broken = function* (): Generator<ReadItem> {
      yield* [];
      throw new TypeError('a bug');
    };
    await expect(changed(broken)).rejects.toThrow('a bug');
  });
});

describe('what a format cannot hold', () => {
  it('may be anything in the file', async () => {
    const rest = {
      holds: {
        ...holds,
        project: false,
        document: ['text'],
        occurrence: ['annotation'],
        labels: { names: false, keys: false, unused: false },
      },
    } as const;
    const other = inSpans(() => ({ note: 'x', status: 'partial', own: true, annotator: 'x' }));
    const items = (all: readonly ReadItem[]): readonly ReadItem[] => inDocuments(() => ({ title: 'x' }))(other(all));
    expect(await changed(items, rest)).toBeNull();
  });

  it('need not be in the file, but what it can must', async () => {
    const rest = { holds: { ...holds, uncounted: false, untagged: false } };
    const counted = inDocuments(({ spans }) => ({ spans: spans.filter((span) => span.counted !== false) }));
    const kept = (items: readonly ReadItem[]): readonly ReadItem[] =>
      counted(items).filter((item) => item.type !== 'document' || item.document.spans.length > 0);
    expect(await changed(kept, rest)).toBeNull();
    expect(await changed((items) => kept(items).slice(0, 2), rest)).toBe('“doc1.txt” is missing');
  });
});

describe('a set that is walked to be compared', () => {
  it.each([
    ['to its end', (items: readonly ReadItem[]) => items],
    ['no further than a difference', inDocuments(() => ({ title: 'x' }))],
    ['no further than a problem', () => [{ type: 'problem', where: 'line 1', why: 'x' } as const]],
  ])('%s is told to stop', async (_, change) => {
    let open = 0;
    const documents = function* (): Generator<AnnotatedDocument> {
      open += 1;
      try {
        yield* copiedSet.documents();
      } finally {
        open -= 1;
      }
    };
    const set = { ...copiedSet, documents };
    const format = formatOf(() => change(itemsOf(copiedSet)));
    await verifySet(set, format, whole, nothing);
    expect(open).toBe(0);
  });
});
