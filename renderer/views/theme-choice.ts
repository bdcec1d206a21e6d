/** The theme is the app's; a window shows the one it is told. */
import type { Bridge } from '#shared/contract/bridge.ts';

type ThemeChoice = 'light' | 'dark' | 'system';

/**
 * Puts every theme the app tells of on the page. Until the first word, and where the system decides, the page has no
 * `data-theme` and goes by the preference that the app has given Chromium.
 */
export function followTheme(bridge: Pick<Bridge, 'onCommand'>): void {
  bridge.onCommand((message) => {
    const theme = typeof message === 'string' ? themeNamed(message) : null;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else if (theme !== null) document.documentElement.dataset['theme'] = theme;
  });
}

/** The theme that a command names, or `null`. */
export function themeNamed(command: string): ThemeChoice | null {
  return (['light', 'dark', 'system'] as const).find((choice) => command === `theme-${choice}`) ?? null;
}
