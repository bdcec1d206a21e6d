import { ok, type Result } from '#shared/text/result.ts';
import type { EventDraft } from '../event.ts';
import { noteText } from '../note.ts';
import type { Refusal } from '../refusal.ts';

/** A passage that was annotated in an older version of an article is not in a newer one, for a reason. */
export function dismissOrphan(annotation: string, document: string, reason: string): Result<EventDraft, Refusal> {
  const text = noteText(reason);
  if (!text.ok) return text;
  return ok({ type: 'orphan-dismissed', payload: { annotation, document, reason: text.value } });
}
