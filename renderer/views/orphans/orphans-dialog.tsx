import { orphansText } from '#renderer/catalogue/orphans.ts';
import { useWindowState } from '#renderer/state/hooks.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WindowDialog } from '#renderer/ui/dialog.tsx';
import { useOrphans } from './orphans.ts';
import { OrphanItem, orphanKey } from './orphan-item.tsx';

const shown = 200;

/** Every tagged passage that a newer version of its article has no place for. */
export function OrphansDialog({ onClose }: { readonly onClose: () => void }) {
  const { selection } = useWindowState();
  const orphans = useOrphans(null);
  return (
    <WindowDialog title={orphansText.name} closeLabel={orphansText.close} onClose={onClose} className="pending">
      <p className="dialog-lead">{orphansText.explained}</p>
      {orphans === null && <p className="pane-empty appears-late">{orphansText.reading}</p>}
      {orphans?.length === 0 && <p className="pane-empty">{orphansText.none}</p>}
      <ul className="orphans orphans-all" aria-label={orphansText.name}>
        {(orphans ?? []).slice(0, shown).map((orphan) => (
          <OrphanItem key={orphanKey(orphan)} orphan={orphan} isOfAll>
            <ActionButton
              onPress={() => {
                onClose();
                selection.openDocument(orphan.into);
                setTimeout(() => selection.ask({ type: 'focus' }));
              }}
            >
              {orphansText.goTo}
            </ActionButton>
          </OrphanItem>
        ))}
      </ul>
      {orphans !== null && orphans.length > shown && (
        <p className="dialog-lead">{orphansText.more(orphans.length - shown)}</p>
      )}
    </WindowDialog>
  );
}
