import { useEffect, useRef } from 'react';
import {
  Group,
  Panel,
  Separator,
  useDefaultLayout,
  usePanelRef,
  type PanelImperativeHandle,
} from 'react-resizable-panels';
import { windowText } from '#renderer/catalogue/window.ts';
import { AnnotationView } from './annotation/annotation-view.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { KeyList } from './commands/key-list.tsx';
import { Palette } from './commands/palette.tsx';
import { ImportAnnotationsDialog } from './import/import-annotations-dialog.tsx';
import { ImportArticlesDialog } from './import/import-articles-dialog.tsx';
import { LabelsView } from './labels/labels-view.tsx';
import { LibraryView } from './library/library-view.tsx';
import { focusPane } from './panes.ts';
import { OrphansDialog } from './orphans/orphans-dialog.tsx';
import { PendingDialog } from './pending/pending-dialog.tsx';
import { ReaderView } from './reader/reader-view.tsx';
import { useShell, useShellState } from './shell-state.ts';
import { StatusBar } from './status/status-bar.tsx';

const panelIds = ['library', 'reader', 'judging'];

type Side = 'left' | 'right';

/** Pane widths in pixels: a narrow window leaves the text its room. */
const smallest: Readonly<Record<Side, number>> = { left: 200, right: 264 };
const paneWidth = (side: Side): number =>
  side === 'left' ? Math.min(288, window.innerWidth * 0.24) : Math.min(332, window.innerWidth * 0.28);

/** The window: library, text, labels and annotation side by side over the status bar. */
export function WindowView() {
  const shell = useShell();
  const left = usePanelRef();
  const right = usePanelRef();
  useFold('left', left);
  useFold('right', right);
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: 'variorum.window.panes', panelIds });
  const follow = (side: Side) => (size: { readonly inPixels: number }) => shell.setFolded(side, size.inPixels === 0);
  return (
    <div className="window">
      <div className="workspace">
        <Group className="panes" defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
          <Panel
            id="library"
            panelRef={left}
            className="pane pane-left"
            collapsible
            defaultSize={paneWidth('left')}
            minSize={smallest.left}
            maxSize={520}
            groupResizeBehavior="preserve-pixel-size"
            onResize={follow('left')}
          >
            <LibraryView />
          </Panel>
          <Separator className="separator" title={windowText.libraryWidth} />
          <Panel id="reader" className="pane" minSize={360}>
            <ReaderView />
          </Panel>
          <Separator className="separator" title={windowText.judgingWidth} />
          <Panel
            id="judging"
            panelRef={right}
            className="pane pane-right"
            collapsible
            defaultSize={paneWidth('right')}
            minSize={smallest.right}
            maxSize={560}
            groupResizeBehavior="preserve-pixel-size"
            onResize={follow('right')}
          >
            <div className="judging">
              <LabelsView />
              <AnnotationView />
            </div>
          </Panel>
        </Group>
      </div>
      <StatusBar />
      <OpenDialog />
    </div>
  );
}

/** Folds and unfolds a pane as the shell says. A focus that would be folded away goes to the text. */
function useFold(side: Side, panel: { readonly current: PanelImperativeHandle | null }): void {
  const folded = useShellState((state) => (side === 'left' ? state.leftFolded : state.rightFolded));
  const first = useRef(true);
  useEffect(() => {
    // At first the layout kept from the last time says what is folded.
    if (first.current) {
      first.current = false;
      return;
    }
    const handle = panel.current;
    if (handle === null || handle.isCollapsed() === folded) return;
    if (folded) {
      if (document.activeElement?.closest(side === 'left' ? '.pane-left' : '.pane-right') !== null) focusPane('reader');
      handle.collapse();
    } else {
      handle.expand();
      // A pane that was folded when the window opened has no width to come back to.
      if (handle.getSize().inPixels <= smallest[side]) handle.resize(paneWidth(side));
    }
  }, [side, folded, panel]);
}

function OpenDialog() {
  const shell = useShell();
  const dialog = useShellState((state) => state.dialog);
  const chosen = useShellState((state) => state.chosen);
  const close = (): void => shell.open(null);
  if (dialog === 'palette') return <Palette onClose={close} />;
  if (dialog === 'keys') return <KeyList onClose={close} />;
  if (dialog === 'export') return <ExportDialog onClose={close} />;
  if (dialog === 'import-articles' && chosen !== null)
    return <ImportArticlesDialog key={chosen.token} chosen={chosen} onClose={close} />;
  if (dialog === 'import-annotations' && chosen !== null)
    return <ImportAnnotationsDialog key={chosen.token} chosen={chosen} onClose={close} />;
  if (dialog === 'orphans') return <OrphansDialog onClose={close} />;
  return dialog === 'pending' ? <PendingDialog onClose={close} /> : null;
}
