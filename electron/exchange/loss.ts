/** What an export cannot hold: named, counted, with a few examples, so that nothing is lost silently. */

const words = {
  'project-name': 'the name of the project',
  'unused-label': 'labels that no annotation bears',
  'label-key': 'keys of labels',
  'label-name': 'names of labels',
  'document-text': 'texts of documents (only the tagged words and what stands next to them are in the file)',
  'document-title': 'titles of documents',
  'document-without-occurrence': 'documents in which nothing is tagged',
  'annotation-without-occurrence': 'annotations whose documents have all left the project',
  'annotation-without-counted-occurrence': 'annotations of which no occurrence counts',
  'uncounted-occurrence': 'occurrences that are detached or wait for a look',
  'own-span': 'annotations that no longer say which occurrence the annotator tagged herself',
  ranges: 'that the ranges of a copy broken by something put in belong together (other programs see a place each)',
  status: 'occurrences that no longer say how far their wording differs',
  reason: 'reasons given for attaching an occurrence',
  passage: 'passages that several annotations share',
} as const;

export type LossKind = keyof typeof words;

export interface Loss {
  readonly kind: LossKind;
  readonly count: number;
  /** At most three, in the order of the set. */
  readonly examples: readonly string[];
}

/** The loss of these things, or nothing where there are none. */
export function lossOf(kind: LossKind, things: readonly string[]): readonly Loss[] {
  return things.length === 0 ? [] : [{ kind, count: things.length, examples: things.slice(0, 3) }];
}

/** The loss in words: “3 titles of documents: “A”, “B”, …”. */
export function lossSentence({ kind, count, examples }: Loss): string {
  const shown = examples.map((example) => `“${example}”`).join(', ');
  const more = count > examples.length ? ', …' : '';
  return `Not in the file: ${words[kind]} (${count}: ${shown}${more}).`;
}
