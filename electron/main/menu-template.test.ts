import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { appCommandSchema, windowCommandSchema } from '#shared/contract/window-commands.ts';
import { type MenuState, menuTemplate } from './menu-template.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;
const state: MenuState = { platform: 'linux', developer: false, recent: [], theme: 'system' };

/** What Electron gives a role that names no key itself. */
const keysOfRoles: Record<string, string> = {
  cut: 'CmdOrCtrl+X',
  copy: 'CmdOrCtrl+C',
  paste: 'CmdOrCtrl+V',
  selectAll: 'CmdOrCtrl+A',
  resetZoom: 'CmdOrCtrl+0',
  zoomIn: 'CmdOrCtrl+Plus',
  zoomOut: 'CmdOrCtrl+-',
  togglefullscreen: 'F11',
  reload: 'CmdOrCtrl+R',
  toggleDevTools: 'CmdOrCtrl+Shift+I',
};

function build(overrides: Partial<MenuState> = {}) {
  const told: unknown[] = [];
  const tell = (act: string) => (value?: unknown) => told.push(value === undefined ? act : [act, value]);
  const acts = {
    run: tell('run'),
    send: tell('send'),
    openRecent: tell('openRecent'),
    clearRecent: tell('clearRecent'),
    setTheme: tell('setTheme'),
  };
  const template = menuTemplate({ ...state, ...overrides }, acts);
  const items = template.flatMap(everyItem);
  const click = (label: string) => {
    const act = items.find((item) => item.label === label)?.click as (() => void) | undefined;
    if (act === undefined) throw new Error(`No item is called ${label}.`);
    act();
  };
  return { template, items, told, click };
}

function everyItem(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(everyItem) : [])];
}

function keysOf(items: readonly MenuItemConstructorOptions[], platform: NodeJS.Platform): string[] {
  return items.flatMap((item) => {
    const key = item.accelerator ?? keysOfRoles[item.role ?? ''];
    return key === undefined ? [] : [key.replace('CmdOrCtrl', platform === 'darwin' ? 'Cmd' : 'Ctrl')];
  });
}

describe.each(platforms)('the menu on %s', (platform) => {
  const { items, template } = build({ platform, developer: true, recent: ['/a.variorum'] });

  it('gives every key to one item only', () => {
    const keys = keysOf(items, platform);
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('takes no key that is typed into a note, and no view’s key', () => {
    for (const key of keysOf(items, platform)) {
      expect(key).toMatch(/^(?:F11|(?:Ctrl|Cmd)\+.+)$/u);
      expect(key).not.toMatch(/^(?:Ctrl|Cmd)\+[1-9]$/u);
    }
  });

  it('offers every command of the app and of the window', () => {
    const ids = items.map((item) => item.id);
    for (const command of [...appCommandSchema.options, ...windowCommandSchema.options]) expect(ids).toContain(command);
  });

  it('names each item of a menu once', () => {
    const menus = template.flatMap(everyItem).filter((item) => Array.isArray(item.submenu));
    for (const menu of menus) {
      const labels = (menu.submenu as MenuItemConstructorOptions[]).flatMap((item) => item.label ?? []);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe('the menu', () => {
  it('shows redo’s key as the platform has it', () => {
    const redo = (platform: NodeJS.Platform) =>
      build({ platform }).items.find((item) => item.label === 'Redo')?.accelerator;
    expect([redo('win32'), redo('linux'), redo('darwin')]).toEqual([
      'Ctrl+Y',
      'CmdOrCtrl+Shift+Z',
      'CmdOrCtrl+Shift+Z',
    ]);
  });

  it('leaves keys that the page answers to the page where the system allows it', () => {
    const left = build().items.filter((item) => item.registerAccelerator === false);
    expect(left.map((item) => item.label)).toEqual([
      'Import files…',
      'Import annotations…',
      'Export…',
      'Undo',
      'Redo',
      'Command palette',
    ]);
  });

  it('sends what is chosen', () => {
    const { click, told } = build({ recent: ['/x/a.variorum'] });
    for (const label of ['New window', 'Undo', 'a.variorum — /x', 'Clear', 'Dark']) click(label);
    expect(told).toEqual([
      ['run', 'new-window'],
      ['send', 'undo'],
      ['openRecent', '/x/a.variorum'],
      'clearRecent',
      ['setTheme', 'dark'],
    ]);
  });

  it('marks the theme in use', () => {
    const marked = build({ theme: 'dark' }).items.filter((item) => item.checked === true);
    expect(marked.map((item) => item.label)).toEqual(['Dark']);
  });

  it('shows a path with an ampersand as it is', () => {
    expect(build({ recent: ['/R&D/a.variorum'] }).items.map((item) => item.label)).toContain('a.variorum — /R&&D');
  });

  it('says so where there is no recent project', () => {
    expect(build().items.map((item) => item.label)).toContain('No project yet');
  });

  it('offers the developer tools only to developers', () => {
    const roles = (developer: boolean) => build({ developer }).items.map((item) => item.role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
  });
});
