import { useEffect } from 'react';
import { readerText } from '#renderer/catalogue/reader.ts';
import { useMirror, useOpenDocument, useSelection, useWindowState } from '#renderer/state/hooks.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useCommands } from '../commands/command-context.ts';
import { chooseImport } from '../commands/command-list.ts';
import { focusPane } from '../panes.ts';
import { useShell } from '../shell-state.ts';
import { Reader } from './reader.tsx';
import { ReaderHead } from './reader-head.tsx';

export function ReaderView() {
  const document = useSelection((state) => state.document);
  return (
    <main className="reader" data-pane="reader" aria-label={readerText.name}>
      {document === null ? <NothingOpen /> : <OpenedDocument key={document} id={document} />}
    </main>
  );
}

function OpenedDocument({ id }: { readonly id: string }) {
  const reading = useOpenDocument(id);
  const { sync, notices } = useWindowState();
  const readAgain = async (): Promise<void> => {
    const again = await sync.readDocument(id);
    if (!again.ok) notices.add('refusal', again.error.message);
  };
  return (
    <div className="reader-scroll" tabIndex={-1}>
      <ReaderHead document={id} />
      {reading.type === 'open' && <Reader document={reading.document} />}
      {reading.type === 'reading' && <p className="reader-wait appears-late">{readerText.reading}</p>}
      {reading.type === 'failed' && (
        <div className="reader-message" role="alert">
          <h2>{readerText.failed}</h2>
          <p>{reading.failure.message}</p>
          <ActionButton kind="main" onPress={() => void readAgain()}>
            {readerText.retry}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

function NothingOpen() {
  const commands = useCommands();
  const shell = useShell();
  const isEmpty = useMirror((mirror) => mirror.rows.document.size === 0);
  // A new project, or the text that had the focus is gone: what there is to do here comes next.
  useEffect(() => {
    if ((document.activeElement ?? document.body) === document.body) focusPane('reader');
  }, []);
  return (
    <div className="reader-message">
      <h2>{isEmpty ? readerText.emptyProject : readerText.nothingOpen}</h2>
      <p>{isEmpty ? readerText.emptyProjectAdvice : readerText.nothingOpenAdvice}</p>
      {isEmpty ? (
        <ActionButton kind="main" keys="Mod+I" onPress={() => void chooseImport(commands, 'articles', false)}>
          {readerText.importFiles}
        </ActionButton>
      ) : (
        <ActionButton kind="main" keys="Mod+K" onPress={() => shell.open('palette')}>
          {readerText.find}
        </ActionButton>
      )}
    </div>
  );
}
