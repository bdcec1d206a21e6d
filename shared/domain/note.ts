/** Free text that a person writes: notes on annotations, reasons of decisions. */
import { err, ok, type Result } from '#shared/text/result.ts';

export const noteLimit = 20_000;

export type NoteError =
  | { readonly type: 'TextTooLong'; readonly what: string; readonly length: number; readonly limit: number }
  | { readonly type: 'BadText'; readonly what: string };

/** Checks a note or a reason; surrounding space is dropped. At most `noteLimit` UTF-16 units. */
export function noteText(text: string): Result<string, NoteError> {
  if (!text.isWellFormed() || text.includes('\u0000')) return err({ type: 'BadText', what: 'note' });
  const note = text.trim();
  return note.length > noteLimit
    ? err({ type: 'TextTooLong', what: 'note', length: note.length, limit: noteLimit })
    : ok(note);
}
