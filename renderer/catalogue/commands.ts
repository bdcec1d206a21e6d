import type { AppCommand, WindowCommand } from '#shared/contract/window-commands.ts';

export const commandText = {
  palette: 'Commands and documents',
  paletteField: 'Find a command or a document',
  paletteEmpty: 'Nothing is called that.',
  sectionCommands: 'Commands',
  sectionDocuments: 'Documents',
  keyList: 'Keys',
  keyListEverywhere: 'Everywhere',
  keyListReader: 'In the text',
  keyListPanes: 'In lists',
  close: 'Close',
  tagAs: (label: string) => `Tag the selection as ${label}`,
  undo: 'Undo',
  redo: 'Redo',
  nothingToUndo: 'There is nothing to undo',
  nothingToRedo: 'There is nothing to redo',
  back: 'Back to where you were',
  forward: 'Forward again',
  pending: 'Show what waits for a look',
  orphans: 'Show what newer versions have no place for yet',
  filter: 'Filter the library',
  nextPane: 'Next pane',
  previousPane: 'Previous pane',
  removeAnnotation: 'Delete the annotation at the caret',
  editNote: 'Write a note on the annotation',
  nextTag: 'Next tag',
  previousTag: 'Previous tag',
  openMark: 'Show where this paragraph stands elsewhere',
  legend: 'Marks in the text',
  legendInsertion: 'Only this copy has it, and no tag says so yet',
  legendSample: 'words',
  nextInsertion: 'Next thing that only this copy has',
  previousInsertion: 'Previous thing that only this copy has',
  tagInsertion: 'Tag what only this copy has as editorial insertion',
  noAnnotation: 'There is no annotation at the caret. Put the caret into a tag first.',
} as const;

/** Other words a command may be looked for by. */
export const commandSynonyms: Readonly<Record<string, string>> = {
  undo: 'take back revert',
  redo: 'again repeat',
  'show-keys': 'shortcuts keyboard help',
  'fold-left': 'hide sidebar',
  'fold-right': 'hide sidebar',
  pending: 'pending to look at review decide detach attach occurrences',
  orphans: 'place by hand lost changed version annotations',
  filter: 'search find documents',
  'remove-annotation': 'remove tag untag',
  'edit-note': 'edit comment remark',
  'next-annotation': 'annotation',
  'previous-annotation': 'annotation',
  'open-mark': 'copies duplicates same wording',
  'next-insertion': 'variant insertion candidate added',
  'previous-insertion': 'variant insertion candidate added',
  'tag-insertion': 'variant candidate added accept',
  'import-files': 'add documents articles',
  'import-folder': 'add documents articles directory',
  'cancel-job': 'stop abort import export',
  export: 'save as write jsonl csv excel word pdf brat package',
  'import-annotations': 'read tags of another program brat webanno doccano package',
  'import-annotations-folder': 'brat uima directory',
  'save-copy': 'backup save as',
};

/** What the window asks of the application, as the palette says it. */
export const appCommandText: Readonly<Record<AppCommand, string>> = {
  'new-project': 'New project…',
  'open-project': 'Open a project…',
  'open-sample': 'Open the sample project',
  'cancel-job': 'Cancel the import or export',
  'save-copy': 'Save a copy of the project…',
  'new-window': 'New window',
  'close-window': 'Close the window',
};

/** What the menu asks of the window, as the palette says it. */
export const windowCommandText: Readonly<Record<WindowCommand, string>> = {
  undo: 'Undo',
  redo: 'Redo',
  export: 'Export…',
  'import-files': 'Import files…',
  'import-folder': 'Import a folder…',
  'import-annotations': 'Import annotations…',
  'import-annotations-folder': 'Import annotations from a folder…',
  'command-palette': 'Find a command or a document…',
  'show-keys': 'Show all keys',
  'fold-left': 'Fold or unfold the library',
  'fold-right': 'Fold or unfold labels and annotation',
  'theme-light': 'Light theme',
  'theme-dark': 'Dark theme',
  'theme-system': 'Theme of the system',
};

/** What undo and redo would touch, by the type of the act's first event. */
const actWords: Readonly<Record<string, string>> = {
  'annotation-tagged': 'tag',
  'annotation-removed': 'deletion',
  'annotation-restored': 'restored annotation',
  'note-changed': 'note',
  'occurrence-judged': 'decision about an occurrence',
  'occurrences-found': 'copies found',
  'occurrences-withdrawn': 'copies withdrawn',
  'occurrence-forgotten': 'decision about an occurrence',
  'document-imported': 'import',
  'document-removed': 'removal of documents',
  'document-restored': 'restored documents',
  'label-defined': 'label',
  'equivalent-added': 'equivalent added',
  'equivalent-removed': 'equivalent removed',
  'annotations-imported': 'import of annotations',
  'alignments-imported': 'import of alignments',
  'alignments-withdrawn': 'import of alignments',
  'orphan-dismissed': 'passage that is gone',
  'orphan-recalled': 'passage that is gone',
};

export function reversalText(verb: 'Undo' | 'Redo', type: string | null): string {
  const what = type === null ? undefined : actWords[type];
  return what === undefined ? verb : `${verb}: ${what}`;
}
