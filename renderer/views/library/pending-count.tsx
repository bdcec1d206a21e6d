import { libraryText } from '#renderer/catalogue/library.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import { totalsOf } from '#renderer/state/selectors.ts';

/** How many occurrences in a document wait for a look; nothing where none does. */
export function PendingCount({ document }: { readonly document: string }) {
  const pending = useMirror((mirror) => totalsOf(mirror, document).pending);
  if (pending === 0) return null;
  return (
    <span className="pending-count" title={libraryText.pending(pending)}>
      <span aria-hidden="true">◔ {pending}</span>
      <span className="said-only">{libraryText.pending(pending)}. </span>
    </span>
  );
}
