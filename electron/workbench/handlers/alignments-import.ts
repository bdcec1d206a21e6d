import { err, ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { alignmentKey, orderedAlignment, type AlignedPlace, type OutsideAlignment } from '#shared/domain/alignment.ts';
import { importAlignments } from '#shared/domain/commands/import-alignments.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { Writing } from '#electron/store/store.ts';
import { act, type Context } from '../context.ts';
import type { ImportedAlignments } from '../workbench.ts';

/**
 * Brings in alignments that another program found and that were held against the texts. One that is there already is
 * not brought in twice. Tags that stand already stay as they are: they take in what they find, when they are made.
 * @param as the act, where an import is written in several transactions; refused once that act was undone
 */
export function importOutsideAlignments(
  context: Context,
  origin: string,
  alignments: readonly OutsideAlignment[],
  actor: string,
  as?: string,
): Result<ImportedAlignments, Failure> {
  return act(context, (): Result<{ readonly value: ImportedAlignments; readonly writing: Writing }, Refusal> => {
    const { rows } = context.store;
    if (as !== undefined && rows.isReversed(as)) return err({ type: 'ImportUndone' });
    const lengths = new Map<string, number | undefined>();
    const fresh = new Map<string, OutsideAlignment>();
    for (const alignment of alignments) {
      const ordered = orderedAlignment(alignment);
      const refused = refusalOf(ordered.a) ?? refusalOf(ordered.b) ?? twice(ordered);
      if (refused !== null) return err(refused);
      if (!rows.isOutsideAlignment(ordered)) fresh.set(alignmentKey(ordered), ordered);
    }
    const events = importAlignments(origin, [...fresh.values()]);
    const value = { imported: fresh.size, known: alignments.length - fresh.size };
    return ok({ value, writing: { actor, events, ...(as === undefined ? {} : { act: as }) } });

    function twice({ a, b }: OutsideAlignment): Refusal | null {
      return a.document === b.document ? { type: 'AlignedWithItself', document: a.document } : null;
    }

    /** A document may have gone since the alignment was held against it. */
    function refusalOf({ document, start, end }: AlignedPlace): Refusal | null {
      if (!lengths.has(document)) lengths.set(document, rows.document(document)?.length);
      const length = lengths.get(document);
      if (length === undefined) return { type: 'UnknownDocument', document };
      return end <= length ? null : { type: 'SpanOutsideText', span: { start, end }, length };
    }
  });
}
