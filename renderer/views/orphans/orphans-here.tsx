import { orphansText } from '#renderer/catalogue/orphans.ts';
import { useSelection, useWindowState } from '#renderer/state/hooks.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { focusPane } from '../panes.ts';
import { useOrphans } from './orphans.ts';
import { OrphanItem, orphanKey } from './orphan-item.tsx';

const shown = 20;

/** Passages of older versions that the open document has no place for: placed by hand, by selecting words in it. */
export function OrphansHere({ document }: { readonly document: string }) {
  const { acts } = useWindowState();
  const orphans = useOrphans(document);
  const hasSelection = useSelection((state) => state.span !== null);
  if (orphans === null || orphans.length === 0) return null;
  const place = async (annotation: string): Promise<void> => {
    if (await acts.placeOrphan(annotation)) focusPane('reader');
  };
  return (
    <section className="orphans-here" aria-labelledby="orphans-here">
      <h2 className="pane-name" id="orphans-here">
        {orphansText.here(orphans.length)}
      </h2>
      {!hasSelection && <p className="orphan-place">{orphansText.placeAdvice}</p>}
      <ul className="orphans">
        {orphans.slice(0, shown).map((orphan) => (
          <OrphanItem key={orphanKey(orphan)} orphan={orphan} isOfAll={false}>
            <ActionButton isDisabled={!hasSelection} onPress={() => void place(orphan.annotation)}>
              {orphansText.place}
            </ActionButton>
          </OrphanItem>
        ))}
      </ul>
      {orphans.length > shown && <p className="orphan-place">{orphansText.more(orphans.length - shown)}</p>}
    </section>
  );
}
