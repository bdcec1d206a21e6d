import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { JobProgress } from '#shared/contract/window-commands.ts';
import { jobText } from '#renderer/catalogue/jobs.ts';
import { useJob } from '#renderer/state/hooks.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useCommands } from '../commands/command-context.ts';
import { runAppCommand } from '../commands/command-list.ts';
import { focusPane } from '../panes.ts';

/** How far the job is that is under way; nothing where none is. */
export function JobLine() {
  const job = useJob();
  return job === null ? null : <RunningJob job={job} />;
}

function RunningJob({ job }: { readonly job: JobProgress }) {
  const commands = useCommands();
  const line = useRef<HTMLDivElement>(null);
  const { state, share } = job;
  const isStopping = state === 'stopping';
  const cancel = (): void => void runAppCommand(commands, 'cancel-job');
  const name = nameOf(job);
  const isKnown = job.total !== null || share > 0;

  // The button goes with the job; a focus on it goes to the text.
  useEffect(() => {
    const element = line.current;
    return () => {
      if (element?.contains(document.activeElement) === true) setTimeout(() => focusPane('reader'));
    };
  }, []);

  return (
    <div className="job" ref={line}>
      <span className="job-name" title={name}>
        {name}
      </span>
      <progress className="job-bar" aria-label={name} max={1} {...(isKnown ? { value: share } : {})} />
      <span className="job-facts">{factsOf(job).join(' · ')}</span>
      {/* Without a tooltip: on a button that has the focus it would take Escape for itself. */}
      {isCancellable(job) && (
        <Button
          className="button button-quiet job-cancel"
          data-pane-start
          isDisabled={isStopping}
          aria-keyshortcuts="Escape"
          onPress={cancel}
          onKeyDown={(event) => {
            if (event.key === 'Escape') cancel();
            else event.continuePropagation();
          }}
        >
          {jobText.cancel}
          <KeyHint keys="Escape" />
        </Button>
      )}
    </div>
  );
}

function isCancellable({ kind }: JobProgress): boolean {
  return kind !== 'undo' && kind !== 'redo' && kind !== 'settle';
}

function nameOf({ kind, what, state }: JobProgress): string {
  const isStopping = state === 'stopping';
  switch (kind) {
    case 'undo':
    case 'redo':
    case 'settle':
      return jobText[kind];
    case 'import':
      return isStopping ? jobText.stopping(what) : jobText.importing(what);
    case 'export':
      return isStopping ? jobText.stoppingExport(what) : jobText.exporting(what);
    case 'import-annotations':
      return isStopping ? jobText.stopping(what) : jobText.importingAnnotations(what);
    case 'preview':
    case 'preview-annotations':
      return isStopping ? jobText.stoppingLook(what) : jobText.lookingThrough(what);
  }
}

function factsOf({ done, total, passages, secondsLeft }: JobProgress): readonly string[] {
  return [
    ...(done === 0 && total === null ? [] : [jobText.done(done, total)]),
    ...(passages === null ? [] : [jobText.passages(passages)]),
    ...(secondsLeft === null ? [] : [jobText.timeLeft(secondsLeft)]),
  ];
}
