export const startText = {
  opening: 'Opening the project…',
  failed: 'The project could not be opened',
  advice: 'Your file was not changed. Try again; if it stays like this, start Variorum again or open another project.',
  retry: 'Try again',
  openOther: 'Open another project…',
  noBridge: 'This window cannot work alone',
} as const;
