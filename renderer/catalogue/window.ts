export const windowText = {
  libraryWidth: 'Width of the library',
  judgingWidth: 'Width of labels and annotation',
  title: (project: string) => `${project} — Variorum`,
} as const;
