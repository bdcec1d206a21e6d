/** What an import of articles came to, in words. */
import type { ImportSummary } from '#electron/jobs/import-summary.ts';
import type { AppOutcome } from '#shared/contract/window-commands.ts';
import { counted } from './counted.ts';

/** How many sentences a window is given to list. */
const listed = 200;

/**
 * `5 added, 1 already there, 2 refused`, and below it each article that was not added and why; the refused ones first.
 * Where every article was refused, nothing was done.
 */
export function importOutcome(summary: ImportSummary): AppOutcome {
  const { added, there, refused, refusals, remarks, remarked, ending } = summary;
  const parts = [
    [added, 'added'],
    [there, 'already there'],
    [refused, 'refused'],
  ] as const;
  const counts = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ');
  const shown = [...refusals.slice(0, listed), ...remarks.slice(0, Math.max(0, listed - refusals.length))];
  const hidden = refused + remarked - shown.length;
  const more = hidden > 0 ? [`… and ${counted(hidden, 'more article', 'more articles')}.`] : [];
  const details = [...shown, ...more];
  if (ending === 'complete') {
    const message = counts === '' ? 'There was nothing to import.' : counts;
    return added + there === 0 ? { message, details, isRefusal: true } : { message, details };
  }
  if (ending === 'cancelled') return { message: cancelledSentence(added, counts), details };
  // The failure's own sentence says what to do; what was added before it is on disk.
  return {
    message: counts === '' ? ending.message : `${ending.message} Before that: ${counts}.`,
    details,
    isRefusal: true,
  };
}

function cancelledSentence(added: number, counts: string): string {
  if (added === 0) return `Import cancelled${counts === '' ? '' : ` (${counts})`}. Nothing was added.`;
  return `Import cancelled: ${counts}. What was added stays; undo takes it back, importing again goes on.`;
}
