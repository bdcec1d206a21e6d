import { useMemo, useState } from 'react';
import type { DocumentRow } from '#shared/contract/rows.ts';
import { commandSynonyms, commandText, reversalText } from '#renderer/catalogue/commands.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { documentsInOrder, historyOf } from '#renderer/state/selectors.ts';
import { WindowDialog } from '#renderer/ui/dialog.tsx';
import { Finder, type FinderChoice, type FinderSection } from '#renderer/ui/finder.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useCommands } from './command-context.ts';
import { appCommands, tagCommands, windowCommands, type WindowCommandItem } from './command-list.ts';
import { createFinder } from './fuzzy.ts';

const shownCommands = 60;
const shownDocuments = 30;

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Other words it is found by. */
  readonly synonyms: string;
  readonly keys: string | undefined;
  readonly run: () => void;
}

/** Any command or document by a few of its letters. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const commands = useCommands();
  const { selection } = useWindowState();
  const documents = useMirror(documentsInOrder);
  const history = useMirror(historyOf);
  const [typed, setTyped] = useState('');

  const all = useMemo((): readonly Choice[] => {
    const named = (item: WindowCommandItem): Choice => ({
      id: item.id,
      name:
        item.id === 'undo'
          ? reversalText('Undo', history.undo)
          : item.id === 'redo'
            ? reversalText('Redo', history.redo)
            : item.name,
      note: '',
      synonyms: commandSynonyms[item.id] ?? '',
      keys: item.keys[0],
      run: item.run,
    });
    return [...tagCommands(commands), ...windowCommands(commands), ...appCommands(commands)]
      .filter(({ id }) => id !== 'command-palette')
      .map(named);
  }, [commands, history]);
  const findCommands = useMemo(() => createFinder(all, wordsOf), [all]);
  const [names] = useState(() => new WeakMap<DocumentRow, string>());
  const findDocuments = useMemo(
    () => createFinder(documents, ({ title, name }) => `${title} ${name}`, names),
    [documents, names],
  );
  const found = useMemo(() => findCommands(typed, shownCommands), [findCommands, typed]);
  const foundDocuments = useMemo(
    (): readonly Choice[] =>
      findDocuments(typed, shownDocuments).map(({ id, title, name }) => ({
        id: `document-${id}`,
        name: title,
        note: name,
        synonyms: '',
        keys: undefined,
        run: () => {
          selection.openDocument(id);
          selection.ask({ type: 'focus' });
        },
      })),
    [findDocuments, selection, typed],
  );
  const sections: FinderSection[] = [
    { name: commandText.sectionCommands, choices: found.map(drawChoice) },
    { name: commandText.sectionDocuments, choices: foundDocuments.map(drawChoice) },
  ];
  // What was typed may mean a document: then documents come first.
  if (typed !== '' && found.length > 0 && foundDocuments.length > 0 && isPoor(found[0], typed)) sections.reverse();

  return (
    <WindowDialog
      title={commandText.palette}
      closeLabel={commandText.close}
      onClose={onClose}
      className="palette"
      headless
    >
      <Finder
        label={commandText.paletteField}
        listLabel={commandText.palette}
        typed={typed}
        onType={setTyped}
        emptyText={commandText.paletteEmpty}
        sections={sections}
        onChoose={(id) => {
          const choice = [...found, ...foundDocuments].find((candidate) => candidate.id === id);
          onClose();
          // The dialog gives the focus back before the command may move it.
          if (choice !== undefined) setTimeout(choice.run);
        }}
      />
    </WindowDialog>
  );
}

function drawChoice({ id, name, note, keys }: Choice): FinderChoice {
  return {
    id,
    content: (
      <>
        <span className="choice-name">{name}</span>
        {note !== '' && <span className="choice-note">{note}</span>}
        {keys !== undefined && <KeyHint keys={keys} />}
      </>
    ),
  };
}

/** Whether the best command answers only letter by letter. */
function isPoor(choice: Choice | undefined, typed: string): boolean {
  return choice === undefined || !wordsOf(choice).toLowerCase().includes(typed.trim().toLowerCase());
}

function wordsOf({ name, synonyms }: Choice): string {
  return `${name} ${synonyms}`;
}
