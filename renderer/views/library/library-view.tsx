import { useDeferredValue, useMemo, useState } from 'react';
import { libraryText } from '#renderer/catalogue/library.ts';
import { useMirror, useSelection, useWindowState } from '#renderer/state/hooks.ts';
import { documentsInOrder, groupsOf } from '#renderer/state/selectors.ts';
import { useDebounced } from '#renderer/ui/debounced.ts';
import { WindowedTree } from '#renderer/ui/windowed-tree.tsx';
import { focusPane } from '../panes.ts';
import { EmptyLibrary } from './empty-library.tsx';
import { FilterField } from './filter-field.tsx';
import { useFoldedGroups } from './folded-groups.ts';
import { drawLibraryLine } from './library-line.tsx';
import { createLibraryLines } from './library-rows.ts';

/** Shorter lists are filtered as one types. */
const longList = 2000;

export function LibraryView() {
  const { selection } = useWindowState();
  // In a large library making the lines is the longest work of a commit: it gets a task of its own, after the others.
  const documents = useDeferredValue(useMirror(documentsInOrder));
  const groups = useDeferredValue(useMirror(groupsOf));
  const isMore = useMirror((mirror) => mirror.rest !== null);
  const current = useSelection((state) => state.document);
  const [typed, setTyped] = useState('');
  const [folded, setFolded] = useFoldedGroups();
  const settled = useDebounced(typed, 150);
  const filter = documents.length > longList ? settled : typed;
  const [linesOf] = useState(createLibraryLines);
  const lines = useMemo(
    () => linesOf({ documents, groups, folded, filter }),
    [linesOf, documents, groups, folded, filter],
  );
  const filtered = filter.trim() !== '';

  return (
    <section className="library" data-pane="library" aria-label={libraryText.name}>
      <header className="pane-head">
        <h2 className="pane-name">{libraryText.name}</h2>
        {documents.length > 0 && (
          <output className="pane-count">
            {filtered
              ? libraryText.shown(lines.documents, documents.length, isMore)
              : libraryText.all(documents.length, isMore)}
          </output>
        )}
      </header>
      {documents.length === 0 ? (
        <EmptyLibrary />
      ) : (
        <>
          <FilterField value={typed} onChange={setTyped} onLeave={() => focusPane('library')} />
          {lines.count === 0 && <p className="pane-empty">{libraryText.noMatch(filter.trim(), isMore)}</p>}
          {lines.count > 0 && (
            <WindowedTree
              label={libraryText.name}
              rows={lines}
              current={current}
              list={filter.trim()}
              drawRow={drawLibraryLine}
              onOpen={(line) => {
                if (line.type !== 'document') return;
                // What is opened is to be read and tagged: the caret goes into its text.
                selection.openDocument(line.key);
                selection.ask({ type: 'focus' });
              }}
              onToggle={(line, expanded) => {
                if (line.type === 'group') setFolded(line.group, !expanded);
              }}
            />
          )}
        </>
      )}
    </section>
  );
}
