import { recall, remember } from './remembered.ts';

export const themeChoices = ['light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** The choice made last, the system's theme where none was. */
export function recalledTheme(): ThemeChoice {
  return themeChoices.find((choice) => choice === recall('theme')) ?? 'system';
}

/** Puts the theme on the page and remembers it. Without `data-theme` the page follows the system. */
export function applyTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
  remember('theme', choice);
}
