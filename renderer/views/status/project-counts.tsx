import { Button } from 'react-aria-components';
import { commandText } from '#renderer/catalogue/commands.ts';
import { statusBarText } from '#renderer/catalogue/status-bar.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import { pendingTotal, totalsOf } from '#renderer/state/selectors.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Tip } from '#renderer/ui/tip.tsx';
import { OrphanCount } from '../orphans/orphan-count.tsx';
import { useShell } from '../shell-state.ts';

/** Saved, the two numbers of the project, and what waits for a look. */
export function ProjectCounts() {
  const shell = useShell();
  const totals = useMirror((mirror) => totalsOf(mirror));
  const pending = useMirror(pendingTotal);
  return (
    <>
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
      <OrphanCount />
    </>
  );
}
