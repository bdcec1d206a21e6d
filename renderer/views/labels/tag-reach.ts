/** What tagging a selection would do, in words. */
import type { ReadCopies } from '#shared/contract/methods.ts';
import { occurrenceStatuses, type ShownStatus } from '#shared/domain/occurrence.ts';
import { labelsText } from '#renderer/catalogue/labels.ts';

/** Of a common word the documents are counted, and not the places in each. */
function elsewhereText(elsewhere: ReadCopies['elsewhere'], unread: number): readonly string[] {
  if (unread > 0) return [labelsText.elsewhereUnread(new Set(elsewhere.map(({ document }) => document)).size + unread)];
  return elsewhere.length > 0 ? [labelsText.elsewhere(elsewhere.length)] : [];
}

/** “Tagging will reach 3 places: 2 exact, 1 edited; 1 copy to look at; same wording in 2 more”. */
export function tagReach({ occurrences, elsewhere, unread }: ReadCopies): string {
  const reached = occurrences.filter(({ counted }) => counted);
  const waiting = occurrences.length - reached.length;
  const parts = occurrenceStatuses
    .map((status): readonly [ShownStatus, number] => [
      status,
      reached.filter((found) => found.status === status).length,
    ])
    .filter(([, count]) => count > 0);
  const reach =
    reached.length < 2 ? labelsText.only : `${labelsText.reach(reached.length)}: ${labelsText.parts(parts)}`;
  return [reach, ...(waiting > 0 ? [labelsText.waiting(waiting)] : []), ...elsewhereText(elsewhere, unread)].join('; ');
}
