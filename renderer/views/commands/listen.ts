/** Where keys and the menu become commands. */
import type { Bridge } from '#shared/contract/bridge.ts';
import type { MenuCommand } from '#shared/contract/window-commands.ts';
import { isKeystroke, isTextField } from '#renderer/ui/keystroke.ts';
import { onMac } from '#renderer/ui/platform.ts';
import { appCommands, tagCommands, windowCommands, type CommandDependencies } from './command-list.ts';

/** Listens until the returned function is called. What a view or the reader has handled already is left alone. */
export function listenToKeys(dependencies: CommandDependencies): () => void {
  const commands = windowCommands(dependencies);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || dependencies.shell.store.getState().dialog !== null) return;
    const inField = isTextField(event.target);
    const wanted = [...commands, ...tagCommands(dependencies)].find(
      ({ keys, inTextFields }) =>
        (!inField || inTextFields === true) && keys.some((keystroke) => isKeystroke(event, keystroke, onMac)),
    );
    if (wanted === undefined) return;
    event.preventDefault();
    wanted.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

/** The menu's commands. In a text field undo and redo mean the words just typed. */
export function listenToMenu(bridge: Pick<Bridge, 'onCommand'>, dependencies: CommandDependencies): () => void {
  const listed = [...windowCommands(dependencies), ...appCommands(dependencies)];
  const commands = new Map(listed.map((command) => [command.id, command]));
  return bridge.onCommand((id: MenuCommand) => {
    if ((id === 'undo' || id === 'redo') && isTextField(document.activeElement)) document.execCommand(id);
    else commands.get(id)?.run();
  });
}
