/** Where keys and the menu become commands. */
import type { Bridge } from '#shared/contract/bridge.ts';
import { isKeystroke, isTextField } from '#renderer/ui/keystroke.ts';
import { onMac } from '#renderer/ui/platform.ts';
import { themeNamed } from '../theme-choice.ts';
import type { Shell } from '../shell-state.ts';
import { appCommands, tagCommands, windowCommands, type CommandDependencies } from './command-list.ts';

/** Listens until the returned function is called. What a view or the reader has handled already is left alone. */
export function listenToKeys(dependencies: CommandDependencies): () => void {
  const { shell } = dependencies;
  const commands = windowCommands(dependencies);
  const onKey = (event: KeyboardEvent, isBeforeText: boolean): void => {
    const { dialog } = shell.store.getState();
    if (event.defaultPrevented || event.isComposing || (dialog !== null && dialog !== 'copies')) return;
    // A list over the text answers to single keys itself, as a field does.
    const inField = isTextField(event.target) || dialog === 'copies';
    const pane = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]') : null;
    const wanted = [...commands, ...tagCommands(dependencies)].find(
      ({ keys, inTextFields, beforeText = false, pane: only }) =>
        beforeText === isBeforeText &&
        (!inField || inTextFields === true) &&
        (only === undefined || only === pane?.dataset['pane']) &&
        keys.some((keystroke) => isKeystroke(event, keystroke, onMac)),
    );
    if (wanted === undefined) return;
    event.preventDefault();
    afterCopies(shell, wanted.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => onKey(event, false);
  const onKeyDownFirst = (event: KeyboardEvent): void => onKey(event, true);
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('keydown', onKeyDownFirst, true);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('keydown', onKeyDownFirst, true);
  };
}

/** The menu's commands. In a text field undo and redo mean the words just typed. */
export function listenToMenu(bridge: Pick<Bridge, 'onCommand'>, dependencies: CommandDependencies): () => void {
  const listed = [...windowCommands(dependencies), ...appCommands(dependencies)];
  const commands = new Map(listed.map((command) => [command.id, command]));
  return bridge.onCommand((id) => {
    // The window is told of jobs and of the theme, and does not ask for them again.
    if (typeof id !== 'string' || themeNamed(id) !== null) return;
    if ((id === 'undo' || id === 'redo') && isTextField(document.activeElement)) document.execCommand(id);
    else afterCopies(dependencies.shell, () => commands.get(id)?.run());
  });
}

/** Closes the popover of copies before a command; the text has the focus again by then. */
function afterCopies(shell: Shell, run: () => void): void {
  if (shell.store.getState().dialog !== 'copies') return run();
  shell.open(null);
  setTimeout(run);
  return undefined;
}
