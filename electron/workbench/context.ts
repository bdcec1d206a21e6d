/** What the handlers work with: the store, the copies, and the one way to write. */
import { failureOf } from './failures.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ReadElsewhere, ReadOccurrence } from '#shared/contract/methods.ts';
import type { OccurrenceRow } from '#shared/contract/rows.ts';
import { isCounted, shownStatus } from '#shared/domain/occurrence.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { Identity } from '#electron/store/identity.ts';
import type { Store, Writing } from '#electron/store/store.ts';
import type { Announcer } from './announcer.ts';
import type { Collation } from './collation.ts';

export interface Context {
  readonly store: Store;
  readonly collation: Collation;
  readonly identity: Identity;
  readonly announcer: Announcer;
  /** Text of a document of the project. */
  readonly text: (document: string) => string;
}

/** One act: decides on facts gathered inside the transaction, writes, and announces the commit. */
export function act<T>(
  { store, collation, announcer }: Context,
  decide: () => Result<{ readonly value: T; readonly writing: Writing | null }, Refusal>,
): Result<T, Failure> {
  const done = store.transact(() => {
    // Another process may have brought documents since: facts about copies must know them.
    collation.synchronise();
    return decide();
  });
  if (!done.ok) return err(failureOf(done.error));
  if (done.value.written !== null) announcer.announce(done.value.written.seq);
  return ok(done.value.value);
}

/** An occurrence with its wording, as answers give it. */
export function readOccurrence(context: Pick<Context, 'text'>, row: OccurrenceRow): ReadOccurrence {
  const { document, start, end, coverage } = row;
  const text = context.text(document).slice(start, end);
  return { document, start, end, status: shownStatus(row), coverage, counted: isCounted(row), text };
}

export function readElsewhere(
  context: Pick<Context, 'text'>,
  place: { readonly document: string; readonly start: number; readonly end: number; readonly reason: string },
): ReadElsewhere {
  const { document, start, end, reason } = place;
  return { document, start, end, text: context.text(document).slice(start, end), reason };
}
