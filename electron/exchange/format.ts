/** What every export format is: a serializer, its own reader, and the list of what it cannot hold. */
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { Result } from '#shared/text/result.ts';
import { firstDifference } from './difference.ts';
import type { Loss } from './loss.ts';
import type { ReadFailure } from './reading.ts';

/** At the least, what a format keeps are annotations with their occurrences. */
export interface Kept {
  readonly annotations: readonly { readonly occurrences: readonly unknown[] }[];
}

export interface SetFormat<K extends Kept> {
  /** The file in pieces, in order. */
  readonly serialize: (set: AnnotatedSet) => Iterable<string>;
  /** The set minus `losses`: what must come back from the file. */
  readonly kept: (set: AnnotatedSet) => K;
  /** Reads a file of this format. @param set whose texts the file may refer to; nothing else of it is looked at */
  readonly parse: (text: string, set: Pick<AnnotatedSet, 'documents'>) => Result<K, ReadFailure>;
  readonly losses: (set: AnnotatedSet) => readonly Loss[];
}

export interface ExportFormat {
  readonly serialize: (set: AnnotatedSet) => Iterable<string>;
  readonly losses: (set: AnnotatedSet) => readonly Loss[];
  /** Reads the file back and compares: `null`, or where it differs from the set. */
  readonly verify: (set: AnnotatedSet, text: string) => string | null;
  /** How much of the set stands in the file. */
  readonly tally: (set: AnnotatedSet) => { readonly annotations: number; readonly occurrences: number };
}

/** A format as the export sees it, which need not know what it keeps. */
export function exportFormat<K extends Kept>({ serialize, losses, kept, parse }: SetFormat<K>): ExportFormat {
  return {
    serialize,
    losses,
    verify: (set, text) => {
      const read = parse(text, set);
      return read.ok ? firstDifference(kept(set), read.value) : `${read.error.where}: ${read.error.what}`;
    },
    tally: (set) => {
      const { annotations } = kept(set);
      const occurrences = annotations.reduce((sum, annotation) => sum + annotation.occurrences.length, 0);
      return { annotations: annotations.length, occurrences };
    },
  };
}
