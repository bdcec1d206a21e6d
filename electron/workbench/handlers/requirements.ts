/** What a call names must be there. */
import type { Failure } from '#shared/contract/failure.ts';
import type { AnnotationRow, DocumentRow, OccurrenceRow } from '#shared/contract/rows.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { Context } from '../context.ts';
import { failureOf } from '../failures.ts';

export function requireDocument({ store }: Context, document: string): Result<DocumentRow, Refusal> {
  const row = store.rows.document(document);
  return row === undefined ? err({ type: 'UnknownDocument', document }) : ok(row);
}

export function requireAnnotation({ store }: Context, annotation: string): Result<AnnotationRow, Refusal> {
  const row = store.rows.annotation(annotation);
  return row === undefined ? err({ type: 'UnknownAnnotation', annotation }) : ok(row);
}

/** The annotation's occurrence that starts there, whatever its verdict. */
export function findOccurrence(
  { store }: Context,
  annotation: string,
  document: string,
  start: number,
): OccurrenceRow | undefined {
  return store.rows.occurrencesOf(annotation).find((row) => row.document === document && row.start === start);
}

export function failed(refused: { readonly ok: false; readonly error: Refusal }): Result<never, Failure> {
  return err(failureOf(refused.error));
}
