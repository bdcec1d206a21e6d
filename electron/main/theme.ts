/** The theme of the app: one choice for all windows, whoever made it, kept over a restart. */
import { channels } from '#shared/contract/bridge.ts';
import { type RunCommand, type ThemeCommand, themeCommandSchema } from '#shared/contract/window-commands.ts';
import type { AppWindow } from './app-window.ts';
import { type CommandResult, quietly } from './command-result.ts';
import type { Settings, Theme } from './settings.ts';

export interface AppThemeDeps {
  readonly settings: Pick<Settings, 'theme' | 'setTheme'>;
  /** Tells Chromium, by which every page's light and dark colours go, from its first frame on. */
  readonly setSource: (theme: Theme) => void;
  /** All that are open. */
  readonly windows: () => readonly AppWindow[];
}

export interface AppTheme {
  readonly chosen: () => Theme;
  readonly choose: (theme: Theme) => void;
  /** Tells a window that has just loaded its page. */
  readonly tell: (window: AppWindow) => void;
  readonly run: (command: ThemeCommand) => CommandResult;
  readonly onChange: (listener: () => void) => void;
}

const themeOf: Readonly<Record<ThemeCommand, Theme>> = {
  'theme-light': 'light',
  'theme-dark': 'dark',
  'theme-system': 'system',
};

function commandOf(theme: Theme): ThemeCommand {
  return `theme-${theme}`;
}

export function isThemeCommand(command: RunCommand): command is ThemeCommand {
  return themeCommandSchema.safeParse(command).success;
}

export function createAppTheme({ settings, setSource, windows }: AppThemeDeps): AppTheme {
  const listeners: (() => void)[] = [];
  const tell = (window: AppWindow): void => window.send(channels.command, commandOf(settings.theme()));
  const choose = (theme: Theme): void => {
    settings.setTheme(theme);
    setSource(theme);
    for (const window of windows()) tell(window);
    for (const listener of listeners) listener();
  };
  setSource(settings.theme());
  return {
    chosen: settings.theme,
    choose,
    tell,
    run: async (command) => {
      choose(themeOf[command]);
      return quietly;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
