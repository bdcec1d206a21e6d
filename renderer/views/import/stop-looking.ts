import { useEffect } from 'react';
import { useWindowState } from '#renderer/state/hooks.ts';
import { useCommands } from '../commands/command-context.ts';

/** Whoever closes the dialog has no use for a look that is still under way. */
export function useStopLooking(): void {
  const { bridge } = useCommands();
  const { job } = useWindowState();
  useEffect(
    () => () => {
      const kind = job.store.getState().job?.kind;
      if (kind === 'preview' || kind === 'preview-annotations') void bridge.run('cancel-job');
    },
    [bridge, job],
  );
}
