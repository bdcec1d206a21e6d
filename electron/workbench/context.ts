/** What the handlers work with: the store, the copies, and the one way to write. */
import { failureOf } from './failures.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ReadElsewhere, ReadOccurrence } from '#shared/contract/methods.ts';
import type { OccurrenceRow } from '#shared/contract/rows.ts';
import { isCounted, severalRanges, shownStatus, wordingOf } from '#shared/domain/occurrence.ts';
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
  { store, announcer }: Context,
  decide: () => Result<{ readonly value: T; readonly writing: Writing | null }, Refusal>,
): Result<T, Failure> {
  const done = store.transact(decide);
  if (!done.ok) return err(failureOf(done.error));
  if (done.value.written !== null) announcer.announce();
  return ok(done.value.value);
}

/** An occurrence with its wording, as answers give it. */
export function readOccurrence(context: Pick<Context, 'text'>, row: OccurrenceRow): ReadOccurrence {
  const { document, start, end, coverage } = row;
  const text = wordingOf(context.text(document), row);
  const shown = { status: shownStatus(row), coverage, counted: isCounted(row), text };
  return { document, start, end, ...severalRanges(row), ...shown };
}

export function readElsewhere(
  context: Pick<Context, 'text'>,
  place: { readonly document: string; readonly start: number; readonly end: number; readonly reason: string },
): ReadElsewhere {
  const { document, start, end, reason } = place;
  return { document, start, end, text: context.text(document).slice(start, end), reason };
}

/** Places as every answer lists them: the first (one's own) first, the others by document name and start. */
export function inOrder<T extends { readonly document: string; readonly start: number }>(
  { store }: Pick<Context, 'store'>,
  places: readonly T[],
  ownFirst = true,
): readonly T[] {
  const name = (id: string): string => store.rows.document(id)?.name ?? id;
  const own = ownFirst ? places.slice(0, 1) : [];
  const named = places.slice(own.length).map((place) => ({ place, key: name(place.document) }));
  named.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place.start - b.place.start));
  return [...own, ...named.map(({ place }) => place)];
}
