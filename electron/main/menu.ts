/** Puts the application's menu up, and anew whenever it has changed. */
import { app, Menu } from 'electron';
import { type MenuActs, menuTemplate } from './menu-template.ts';
import type { RecentProjects } from './recent-projects.ts';
import type { AppTheme } from './theme.ts';

export interface MenuDeps {
  readonly recent: RecentProjects;
  readonly theme: AppTheme;
  readonly acts: Omit<MenuActs, 'clearRecent' | 'setTheme'>;
}

export function installMenu({ recent, theme, acts }: MenuDeps): void {
  const build = (): void => {
    const { platform } = process;
    const state = { platform, developer: !app.isPackaged, recent: recent.list(), theme: theme.chosen() };
    const template = menuTemplate(state, {
      ...acts,
      clearRecent: () => {
        recent.clear();
        app.clearRecentDocuments();
      },
      setTheme: theme.choose,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  recent.onChange(build);
  theme.onChange(build);
  build();
}
