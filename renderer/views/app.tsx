import { useEffect, useState } from 'react';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { startText } from '#renderer/catalogue/start.ts';
import { windowText } from '#renderer/catalogue/window.ts';
import { useMirror, WindowStateContext } from '#renderer/state/hooks.ts';
import { projectOf } from '#renderer/state/selectors.ts';
import { createWindowState } from '#renderer/state/window-state.ts';
import { CommandContext } from './commands/command-context.ts';
import { runAppCommand } from './commands/command-list.ts';
import { listenToKeys, listenToMenu } from './commands/listen.ts';
import { createShell, ShellContext } from './shell-state.ts';
import { Opening, StartFailure } from './start/start-view.tsx';
import { WindowView } from './window-view.tsx';

type Start =
  | { readonly type: 'opening' }
  | { readonly type: 'open' }
  | { readonly type: 'failed'; readonly failure: Failure };

/** The window of one project file, from opening it to closing it. Trying again begins anew. */
export function App({ bridge }: { readonly bridge: Bridge }) {
  const [attempt, setAttempt] = useState(1);
  return <ProjectWindow key={attempt} bridge={bridge} onRetry={() => setAttempt(attempt + 1)} />;
}

function ProjectWindow({ bridge, onRetry }: { readonly bridge: Bridge; readonly onRetry: () => void }) {
  const [commands] = useState(() => ({
    bridge,
    state: createWindowState(bridge, localStorage),
    shell: createShell(),
  }));
  const [start, setStart] = useState<Start>({ type: 'opening' });

  useEffect(() => {
    let current = true;
    const open = async (): Promise<void> => {
      const started = await commands.state.start();
      if (current) setStart(started.ok ? { type: 'open' } : { type: 'failed', failure: started.error });
    };
    void open();
    return () => {
      current = false;
      commands.state.stop();
    };
  }, [commands]);

  useEffect(() => {
    if (start.type !== 'open') return undefined;
    const endings = [listenToKeys(commands), listenToMenu(bridge, commands)];
    return () => {
      for (const end of endings) end();
    };
  }, [bridge, commands, start.type]);

  if (start.type === 'opening') return <Opening />;
  if (start.type === 'failed') {
    return (
      <StartFailure
        title={startText.failed}
        message={start.failure.message}
        onRetry={onRetry}
        onOpenOther={() => void runAppCommand(commands, 'open-project')}
      />
    );
  }
  return (
    <WindowStateContext value={commands.state}>
      <ShellContext value={commands.shell}>
        <CommandContext value={commands}>
          <WindowTitle />
          <WindowView />
        </CommandContext>
      </ShellContext>
    </WindowStateContext>
  );
}

function WindowTitle() {
  const project = useMirror(projectOf);
  useEffect(() => {
    if (project !== null) document.title = windowText.title(project.name);
  }, [project]);
  return null;
}
