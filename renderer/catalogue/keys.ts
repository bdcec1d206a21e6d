/** Keys that belong to one place, for the list of keys. */
export interface KeyLine {
  readonly name: string;
  readonly keys: readonly string[];
}

const reader: readonly KeyLine[] = [
  { name: 'Select', keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'] },
  { name: 'Select word by word', keys: ['Mod+Shift+ArrowRight'] },
  { name: 'Show the tag at the caret; again for the one under it', keys: ['Enter'] },
  { name: 'Next tag', keys: ['N', 'Alt+ArrowDown'] },
  { name: 'Previous tag', keys: ['P', 'Alt+ArrowUp'] },
  { name: 'Where this paragraph stands elsewhere', keys: ['M'] },
  { name: 'Next thing that only this copy has', keys: ['J'] },
  { name: 'The one before', keys: ['K'] },
  { name: 'Tag it as editorial insertion', keys: ['I'] },
  { name: 'Delete the selected annotation', keys: ['Delete', 'Backspace'] },
  { name: 'Drop the selection', keys: ['Escape'] },
];

const lists: readonly KeyLine[] = [
  { name: 'Go along a list', keys: ['ArrowUp', 'ArrowDown'] },
  { name: 'Open, or go there', keys: ['Enter'] },
  { name: 'Fold and unfold a group', keys: ['ArrowLeft', 'ArrowRight'] },
  { name: 'Detach the occurrence', keys: ['D'] },
  { name: 'Attach the occurrence', keys: ['A'] },
  { name: 'Save the note', keys: ['Mod+Enter'] },
];

export const keyListText = { reader, lists } as const;
