import { libraryText } from '#renderer/catalogue/library.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useCommands } from '../commands/command-context.ts';
import { chooseImport, runAppCommand } from '../commands/command-list.ts';

export function EmptyLibrary() {
  const commands = useCommands();
  return (
    <div className="pane-empty">
      <p>{libraryText.empty}</p>
      <p>{libraryText.emptyAdvice}</p>
      <ActionButton keys="Mod+I" onPress={() => void chooseImport(commands, 'articles', false)}>
        {libraryText.importFiles}
      </ActionButton>
      <ActionButton kind="quiet" onPress={() => void runAppCommand(commands, 'open-sample')}>
        {libraryText.openSample}
      </ActionButton>
    </div>
  );
}
