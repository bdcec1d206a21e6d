import { libraryText } from '#renderer/catalogue/library.ts';
import { percentText } from '#renderer/catalogue/numbers.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import { collationOf } from '#renderer/state/selectors.ts';

/** How much of a document stands in others. */
export function SharedBar({ document }: { readonly document: string }) {
  const shared = useMirror((mirror) => collationOf(mirror, document)?.shared ?? null);
  if (shared === null) return null;
  const explained = shared > 0 ? libraryText.sharedExplained(shared) : libraryText.nothingShared;
  return (
    <span className="shared" title={explained}>
      <span className="shared-bar" aria-hidden="true">
        <span style={{ inlineSize: `${shared * 100}%` }} />
      </span>
      <span aria-hidden="true">{percentText(shared)}</span>
      <span className="said-only">{libraryText.shared(shared)}</span>
    </span>
  );
}
