/** What an export cannot hold: named, counted, with a few examples, so that nothing is lost silently. */

const words = {
  'project-name': 'the name of the project',
  'unused-label': 'labels that no annotation bears',
  'label-key': 'keys of labels',
  'label-name': 'names of labels',
  'document-name': 'names of documents',
  'document-title': 'titles of documents',
  'document-text': 'texts of documents (only the tagged words are in the file)',
  'document-source': 'who published a document',
  'document-author': 'who wrote a document',
  'document-date': 'when a document was published',
  'document-url': 'addresses of documents',
  'document-group': 'which documents are near-copies of one another',
  'document-without-occurrence': 'documents in which nothing is tagged',
  'annotation-without-occurrence': 'annotations whose documents have all left the project',
  annotation: 'which occurrences belong to one annotation',
  passage: 'passages that several annotations share',
  annotator: 'who annotated',
  note: 'notes',
  made: 'when an annotation was made',
  'uncounted-occurrence': 'occurrences that are detached or wait for a look',
  'own-span': 'which occurrences are copies of the one the annotator tagged herself',
  status: 'how far the wording of a copy differs',
  coverage: 'how much of the words stands in a copy',
  reason: 'reasons given for attaching or detaching an occurrence',
  occurrence: 'annotations and their occurrences (the file is a codebook alone)',
  'ranges-split': 'that the ranges of an occurrence belong together (each is a place of its own in the file)',
  'ranges-joined': 'what was put into an occurrence (in the file it reaches from its first range to its last)',
  'ranges-dropped': 'occurrences of several ranges',
  'ranges-unseen': 'that the ranges of an occurrence belong together (each is a place of its own to them)',
  'overlap-unsafe': 'occurrences that overlap another one (doccano drops them unless its project allows them)',
  spacing: 'spaces and line ends of documents (only words and signs are in the file)',
  blank: 'occurrences of spaces or line ends alone',
  overlap: 'occurrences that overlap a longer one',
  'same-place': 'occurrences at the very place of another one',
  'span-snapped': 'exact bounds of occurrences (in the file they reach to the ends of words)',
  'span-trimmed': 'spaces and line ends at the edges of occurrences (in the file they begin and end with a word)',
  'span-cut': 'occurrences beyond the end of a sentence (in the file they are cut there)',
  character: 'characters that the format cannot write (in the file stands U+FFFD for each)',
  'long-cell': 'ends of texts longer than a cell can hold',
  glyph: 'characters that the fonts of the file lack',
} as const;

export type LossKind = keyof typeof words;

export interface Loss {
  readonly kind: LossKind;
  readonly count: number;
  /** At most three, in the order of the set. */
  readonly examples: readonly string[];
}

/** What is in the file, in keys of ours, but means nothing to other programs. */
const beginnings: Readonly<Partial<Record<LossKind, string>>> = {
  'ranges-unseen': 'Other programs do not see',
  'overlap-unsafe': 'Other programs may leave out',
};

/** The loss in words: “Not in the file: titles of documents (3: “A”, “B”, …).”. */
export function lossSentence({ kind, count, examples }: Loss): string {
  const shown = examples.map((example) => `“${example}”`).join(', ');
  const more = count > examples.length ? ', …' : '';
  return `${beginnings[kind] ?? 'Not in the file'}: ${words[kind]} (${count.toLocaleString('en')}: ${shown}${more}).`;
}

const examplesKept = 3;
const exampleLength = 60;

/** Gathers losses as documents go by. */
export interface LossCount {
  readonly add: (kind: LossKind, example: string) => void;
  /** In the order in which the kinds are explained above. */
  readonly losses: () => readonly Loss[];
}

export function createLossCount(): LossCount {
  const found = new Map<LossKind, { count: number; readonly examples: string[] }>();
  return {
    add: (kind, example) => {
      const loss = found.get(kind) ?? { count: 0, examples: [] };
      found.set(kind, loss);
      loss.count += 1;
      if (loss.examples.length < examplesKept) loss.examples.push(shortened(example));
    },
    losses: () =>
      (Object.keys(words) as readonly LossKind[]).flatMap((kind) => {
        const loss = found.get(kind);
        return loss === undefined ? [] : [{ kind, count: loss.count, examples: loss.examples }];
      }),
  };
}

/** By code points, so that no character is cut in two. */
function shortened(example: string): string {
  const line = example
    .slice(0, 4 * exampleLength)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(line.isWellFormed() ? line : line.toWellFormed());
  return characters.length <= exampleLength ? line : `${characters.slice(0, exampleLength - 1).join('')}…`;
}
