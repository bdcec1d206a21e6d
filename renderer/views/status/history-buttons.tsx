import { commandText, reversalText } from '#renderer/catalogue/commands.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { historyOf } from '#renderer/state/selectors.ts';
import { IconButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';

/** Undo and redo, each saying what it would take back. */
export function HistoryButtons() {
  const { acts } = useWindowState();
  const undo = useMirror((mirror) => historyOf(mirror).undo);
  const redo = useMirror((mirror) => historyOf(mirror).redo);
  return (
    <>
      <IconButton
        label={undo === null ? commandText.nothingToUndo : reversalText('Undo', undo)}
        keys="Mod+Z"
        onPress={() => void acts.undo()}
        className={undo === null ? 'icon-button-idle' : ''}
      >
        <Icon name="undo" />
      </IconButton>
      <IconButton
        label={redo === null ? commandText.nothingToRedo : reversalText('Redo', redo)}
        keys="Mod+Shift+Z"
        onPress={() => void acts.redo()}
        className={redo === null ? 'icon-button-idle' : ''}
      >
        <Icon name="redo" />
      </IconButton>
    </>
  );
}
