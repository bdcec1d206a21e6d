/** Union of two logs: events, texts and originals that are not here yet come in, whole or not at all. */
import { isClock } from '#shared/domain/clock.ts';
import type { PackedOriginal } from '#shared/domain/document.ts';
import type { LoggedEvent } from '#shared/domain/event.ts';
import { readEventDraft } from '#shared/domain/events/catalogue.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { sealEvent, sha256Of, type EventLog } from './event-log.ts';
import { originalBytes } from './original-bytes.ts';

export interface Union {
  readonly events: readonly LoggedEvent[];
  /** Texts by SHA-256. */
  readonly texts: ReadonlyMap<string, string>;
  /**
   * The files that documents were read from. Whoever unites two logs hands over all of them; where some are missing the
   * documents come in all the same.
   */
  readonly originals?: readonly PackedOriginal[];
}

export type UnionError =
  | { readonly type: 'EventAltered'; readonly event: string }
  | { readonly type: 'EventMalformed'; readonly event: string }
  | { readonly type: 'EventMissing'; readonly event: string; readonly previous: string }
  | { readonly type: 'TextAltered'; readonly sha256: string }
  | { readonly type: 'TextMissing'; readonly sha256: string }
  | { readonly type: 'OriginalAltered'; readonly sha256: string };

/**
 * Appends what is new, in the order given; within the caller's transaction, which must make the read tables anew
 * afterwards: the new events may lie before ours. Every hash, every text, every original and every writer's chain is checked first.
 * @returns how many events were new
 */
export function uniteLogs(log: EventLog, union: Union): Result<number, UnionError> {
  for (const [sha256, text] of union.texts) {
    if (sha256Of(text) !== sha256) return err({ type: 'TextAltered', sha256 });
  }
  for (const original of union.originals ?? []) {
    if (originalBytes(original) === null) return err({ type: 'OriginalAltered', sha256: original.sha256 });
  }
  const added = union.events.filter(({ id }) => !log.has(id));
  const hashes = new Set(union.events.map(({ hash }) => hash));
  for (const event of added) {
    if (sealEvent(event).hash !== event.hash) return err({ type: 'EventAltered', event: event.id });
    if (event.previous !== '' && !hashes.has(event.previous) && !log.hasHash(event.previous)) {
      return err({ type: 'EventMissing', event: event.id, previous: event.previous });
    }
    const problem = contentProblem(log, union, event);
    if (problem !== null) return err(problem);
  }
  for (const [sha256, text] of union.texts) log.putText(sha256, text);
  for (const original of union.originals ?? []) log.putOriginal(original);
  for (const event of added) log.append(event, false);
  return ok(added.length);
}

function contentProblem(log: EventLog, union: Union, event: LoggedEvent): UnionError | null {
  if (!isClock(event.clock)) return { type: 'EventMalformed', event: event.id };
  try {
    const draft = readEventDraft(event.type, event.version, event.payload);
    if (draft?.type !== 'document-imported') return null;
    const { sha256 } = draft.payload;
    return union.texts.has(sha256) || log.text(sha256) !== undefined ? null : { type: 'TextMissing', sha256 };
  } catch {
    return { type: 'EventMalformed', event: event.id };
  }
}
