import { describe, expect, it } from 'vitest';
import type { Theme } from './settings.ts';
import { fakeWindow } from './testing/fake-window.ts';
import { createAppTheme, isThemeCommand } from './theme.ts';

function appWithTwoWindows(kept: Theme) {
  let stored = kept;
  const sources: Theme[] = [];
  const windows = [fakeWindow(1), fakeWindow(2)];
  const theme = createAppTheme({
    settings: { theme: () => stored, setTheme: (next) => (stored = next) },
    setSource: (source) => sources.push(source),
    windows: () => windows,
  });
  return { theme, windows, sources, stored: () => stored };
}

describe('the theme', () => {
  it('is at the start the one that was kept', () => {
    const { sources, windows } = appWithTwoWindows('dark');
    expect(sources).toEqual(['dark']);
    expect(windows.flatMap(({ sent }) => sent)).toEqual([]);
  });

  it('chosen in one window is kept, is the system’s word to Chromium, and reaches every window', async () => {
    const { theme, windows, sources, stored } = appWithTwoWindows('system');
    await theme.run('theme-dark');
    expect(stored()).toBe('dark');
    expect(sources).toEqual(['system', 'dark']);
    for (const { sent } of windows) expect(sent).toEqual([{ channel: 'variorum:command', message: 'theme-dark' }]);
  });

  it('chosen anywhere has the menu made anew, which then marks it', () => {
    const { theme } = appWithTwoWindows('system');
    const marked: Theme[] = [];
    theme.onChange(() => marked.push(theme.chosen()));
    theme.choose('light');
    expect(marked).toEqual(['light']);
  });

  it('reaches a window that opens later', () => {
    const { theme } = appWithTwoWindows('light');
    const late = fakeWindow(3);
    theme.tell(late);
    expect(late.sent).toEqual([{ channel: 'variorum:command', message: 'theme-light' }]);
  });

  it('is told from what a project is needed for', () => {
    expect(isThemeCommand('theme-light')).toBe(true);
    expect(isThemeCommand('new-window')).toBe(false);
  });
});
