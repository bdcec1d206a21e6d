import { commandText } from '#renderer/catalogue/commands.ts';
import { keyListText, type KeyLine } from '#renderer/catalogue/keys.ts';
import { WindowDialog } from '#renderer/ui/dialog.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useCommands } from './command-context.ts';
import { appCommands, tagCommands, windowCommands } from './command-list.ts';

/** All keys there are, made of the same list that answers them. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const commands = useCommands();
  const everywhere: readonly KeyLine[] = [...windowCommands(commands), ...appCommands(commands)]
    .filter(({ keys, pane }) => keys.length > 0 && pane === undefined)
    .map(({ name, keys }) => ({ name, keys }));
  const tags: readonly KeyLine[] = tagCommands(commands)
    .filter(({ keys }) => keys.length > 0)
    .map(({ name, keys }) => ({ name, keys }));
  return (
    <WindowDialog title={commandText.keyList} closeLabel={commandText.close} onClose={onClose} className="key-list">
      <div className="key-columns">
        <KeySection name={commandText.keyListReader} lines={[...tags, ...keyListText.reader]} />
        <KeySection name={commandText.keyListPanes} lines={keyListText.lists} />
        <KeySection name={commandText.keyListEverywhere} lines={everywhere} />
        <section className="key-section">
          <h3 className="pane-name">{commandText.legend}</h3>
          <p className="key-line">
            <span>{commandText.legendInsertion}</span>
            <span className="insertion-mark" aria-hidden="true">
              {commandText.legendSample}
            </span>
          </p>
        </section>
      </div>
    </WindowDialog>
  );
}

function KeySection({ name, lines }: { readonly name: string; readonly lines: readonly KeyLine[] }) {
  return (
    <section className="key-section">
      <h3 className="pane-name">{name}</h3>
      <dl>
        {lines.map((line) => (
          <div key={line.name} className="key-line">
            <dt>{line.name}</dt>
            <dd>
              {line.keys.map((keys) => (
                <KeyHint key={keys} keys={keys} />
              ))}
              <span className="said-only">{line.keys.join(', ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
