import { statusBarText } from '#renderer/catalogue/status-bar.ts';
import { commandText, reversalText, windowCommandText } from '#renderer/catalogue/commands.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { historyOf, pendingTotal, projectOf, totalsOf } from '#renderer/state/selectors.ts';
import { IconButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Tip } from '#renderer/ui/tip.tsx';
import { Button } from 'react-aria-components';
import { useShell, useShellState } from '../shell-state.ts';
import { NoticeLine } from './notice-line.tsx';

export function StatusBar() {
  const shell = useShell();
  const { acts } = useWindowState();
  const project = useMirror(projectOf);
  const totals = useMirror((mirror) => totalsOf(mirror));
  const pending = useMirror(pendingTotal);
  const history = useMirror(historyOf);
  const leftFolded = useShellState((state) => state.leftFolded);
  const rightFolded = useShellState((state) => state.rightFolded);
  return (
    <footer className="status" data-pane="status" aria-label={statusBarText.name}>
      <NoticeLine />
      <div className="status-line">
        <IconButton
          label={windowCommandText['fold-left']}
          keys="["
          isPressed={!leftFolded}
          onPress={() => shell.toggleFold('left')}
        >
          <Icon name="leftPane" />
        </IconButton>
        <span className="status-saved" title={statusBarText.savedExplained}>
          <Icon name="saved" />
          {statusBarText.saved}
        </span>
        <span className="status-counts">{statusBarText.counts(totals)}</span>
        {pending > 0 && (
          <Tip text={commandText.pending} keys="L">
            <Button className="status-pending" onPress={() => shell.open('pending')}>
              {statusBarText.pending(pending)}
            </Button>
          </Tip>
        )}
        <span className="status-space" />
        <IconButton
          label={history.undo === null ? commandText.nothingToUndo : reversalText('Undo', history.undo)}
          keys="Mod+Z"
          onPress={() => void acts.undo()}
          className={history.undo === null ? 'icon-button-idle' : ''}
        >
          <Icon name="undo" />
        </IconButton>
        <IconButton
          label={history.redo === null ? commandText.nothingToRedo : reversalText('Redo', history.redo)}
          keys="Mod+Shift+Z"
          onPress={() => void acts.redo()}
          className={history.redo === null ? 'icon-button-idle' : ''}
        >
          <Icon name="redo" />
        </IconButton>
        {project !== null && (
          <span className="status-project" title={`${project.annotator} · ${project.file}`}>
            <span className="status-annotator">{project.annotator}</span>
            <span aria-hidden="true">·</span>
            <span className="status-file">{project.file}</span>
          </span>
        )}
        <IconButton label={windowCommandText['command-palette']} keys="Mod+K" onPress={() => shell.open('palette')}>
          <Icon name="search" />
        </IconButton>
        <IconButton
          label={windowCommandText['fold-right']}
          keys="]"
          isPressed={!rightFolded}
          onPress={() => shell.toggleFold('right')}
        >
          <Icon name="rightPane" />
        </IconButton>
      </div>
    </footer>
  );
}
