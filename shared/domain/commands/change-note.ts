import { ok, type Result } from '#shared/text/result.ts';
import type { Annotation } from '../annotation.ts';
import type { EventDraft } from '../event.ts';
import { noteText } from '../note.ts';
import type { Refusal } from '../refusal.ts';

/** Writes an annotation's note; the same text again is no event. */
export function changeNote(annotation: Annotation, note: string): Result<readonly EventDraft[], Refusal> {
  const text = noteText(note);
  if (!text.ok) return text;
  if (text.value === annotation.note) return ok([]);
  const payload = { annotation: annotation.id, note: text.value, before: annotation.note };
  return ok([{ type: 'note-changed', payload }]);
}
