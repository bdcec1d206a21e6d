import { statusBarText } from '#renderer/catalogue/status-bar.ts';
import { windowCommandText } from '#renderer/catalogue/commands.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import { projectOf } from '#renderer/state/selectors.ts';
import { IconButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useShell, useShellState } from '../shell-state.ts';
import { HistoryButtons } from './history-buttons.tsx';
import { JobLine } from './job-line.tsx';
import { NoticeLine } from './notice-line.tsx';
import { ProjectCounts } from './project-counts.tsx';

/** What moves with every tag wakes by itself; the bar around it stays. */
export function StatusBar() {
  const shell = useShell();
  const project = useMirror(projectOf);
  const leftFolded = useShellState((state) => state.leftFolded);
  const rightFolded = useShellState((state) => state.rightFolded);
  return (
    <footer className="status" data-pane="status" aria-label={statusBarText.name}>
      <NoticeLine />
      <JobLine />
      <div className="status-line">
        <IconButton
          label={windowCommandText['fold-left']}
          keys="["
          isPressed={!leftFolded}
          onPress={() => shell.toggleFold('left')}
        >
          <Icon name="leftPane" />
        </IconButton>
        <ProjectCounts />
        <span className="status-space" />
        <HistoryButtons />
        {project !== null && (
          <span className="status-project" title={`${statusBarText.annotator(project.annotator)}\n${project.file}`}>
            <span className="status-annotator">
              <span aria-hidden="true">{project.annotator}</span>
              <span className="said-only">{statusBarText.annotator(project.annotator)}</span>
            </span>
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
