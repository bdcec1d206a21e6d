/** Puts the application's menu up, and anew whenever it has changed. */
import { app, Menu, nativeTheme } from 'electron';
import { type MenuActs, menuTemplate } from './menu-template.ts';
import type { RecentProjects } from './recent-projects.ts';
import type { Settings, Theme } from './settings.ts';

export interface MenuDeps {
  readonly recent: RecentProjects;
  readonly settings: Settings;
  readonly acts: Omit<MenuActs, 'clearRecent' | 'setTheme'>;
}

export function installMenu({ recent, settings, acts }: MenuDeps): void {
  const build = (): void => {
    const { platform } = process;
    const state = { platform, developer: !app.isPackaged, recent: recent.list(), theme: settings.theme() };
    const template = menuTemplate(state, {
      ...acts,
      clearRecent: () => {
        recent.clear();
        app.clearRecentDocuments();
      },
      setTheme: (theme: Theme) => {
        settings.setTheme(theme);
        nativeTheme.themeSource = theme;
        acts.send(`theme-${theme}`);
        build();
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  nativeTheme.themeSource = settings.theme();
  recent.onChange(build);
  build();
}
