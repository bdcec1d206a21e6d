/** What both import dialogs say. */
export const importText = {
  close: 'Close',
  import: 'Import',
  cancel: 'Cancel',
  /** @param soFar how far one is, or empty */
  looking: (what: string, soFar: string) => `Looking through ${what}…${soFar === '' ? '' : ` ${soFar}`}`,
} as const;
