/** The application's menu, as data. */
import { basename, dirname } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import type { AppCommand, WindowCommand } from '#shared/contract/window-commands.ts';
import type { Theme } from './settings.ts';

export interface MenuState {
  readonly platform: NodeJS.Platform;
  /** Whether the developer tools are offered. */
  readonly developer: boolean;
  /** Paths, newest first. */
  readonly recent: readonly string[];
  readonly theme: Theme;
}

export interface MenuActs {
  readonly run: (command: AppCommand) => void;
  readonly send: (command: WindowCommand) => void;
  readonly openRecent: (path: string) => void;
  readonly clearRecent: () => void;
  readonly setTheme: (theme: Theme) => void;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

export function menuTemplate(state: MenuState, acts: MenuActs): Item[] {
  const mac = state.platform === 'darwin';
  const macMenus: Item[] = mac ? [{ role: 'appMenu' }] : [];
  const windowMenus: Item[] = mac ? [{ role: 'windowMenu' }] : [];
  return [
    ...macMenus,
    { label: 'File', submenu: fileMenu(state, acts, mac) },
    { label: 'Edit', submenu: editMenu(state, acts) },
    { label: 'View', submenu: viewMenu(state, acts) },
    ...windowMenus,
    { role: 'help', label: 'Help', submenu: helpMenu(acts, mac) },
  ];
}

function fileMenu(state: MenuState, acts: MenuActs, mac: boolean): Item[] {
  const run = (command: AppCommand) => ({ id: command, click: () => acts.run(command) });
  const quit: Item[] = mac ? [] : [line, { role: 'quit', label: 'Quit', accelerator: 'CmdOrCtrl+Q' }];
  return [
    { label: 'New…', accelerator: 'CmdOrCtrl+N', ...run('new-project') },
    { label: 'Open…', accelerator: 'CmdOrCtrl+O', ...run('open-project') },
    { label: 'Open recent', id: 'open-recent', submenu: recentMenu(state, acts) },
    { label: 'Open the sample articles', ...run('open-sample') },
    line,
    { label: 'Import files…', accelerator: 'CmdOrCtrl+I', registerAccelerator: false, ...send(acts, 'import-files') },
    { label: 'Import a folder…', ...send(acts, 'import-folder') },
    {
      label: 'Import annotations…',
      accelerator: 'CmdOrCtrl+Shift+A',
      registerAccelerator: false,
      ...send(acts, 'import-annotations'),
    },
    { label: 'Import annotations from a folder…', ...send(acts, 'import-annotations-folder') },
    { label: 'Cancel what is under way', ...run('cancel-job') },
    line,
    { label: 'Export…', accelerator: 'CmdOrCtrl+E', registerAccelerator: false, ...send(acts, 'export') },
    { label: 'Save a copy…', accelerator: 'CmdOrCtrl+Shift+S', ...run('save-copy') },
    line,
    { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', ...run('new-window') },
    { label: 'Close', accelerator: 'CmdOrCtrl+W', ...run('close-window') },
    ...quit,
  ];
}

function recentMenu({ recent }: MenuState, acts: MenuActs): Item[] {
  if (recent.length === 0) return [{ label: 'No project yet', enabled: false }];
  return [
    ...recent.map((path) => ({
      label: plainLabel(`${basename(path)} — ${dirname(path)}`),
      click: () => acts.openRecent(path),
    })),
    line,
    { label: 'Clear', click: acts.clearRecent },
  ];
}

/** Undo and redo are the page's: a note being written has its own. The system's menu shows their keys. */
function editMenu({ platform }: MenuState, acts: MenuActs): Item[] {
  const redo = platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z';
  return [
    { label: 'Undo', accelerator: 'CmdOrCtrl+Z', registerAccelerator: false, ...send(acts, 'undo') },
    { label: 'Redo', accelerator: redo, registerAccelerator: false, ...send(acts, 'redo') },
    line,
    { role: 'cut', label: 'Cut' },
    { role: 'copy', label: 'Copy' },
    { role: 'paste', label: 'Paste' },
    { role: 'selectAll', label: 'Select all' },
  ];
}

function viewMenu({ theme, developer }: MenuState, acts: MenuActs): Item[] {
  const themes = [
    ['system', 'As the system'],
    ['light', 'Light'],
    ['dark', 'Dark'],
  ] as const;
  const tools: Item[] = developer
    ? [line, { role: 'reload' }, { role: 'toggleDevTools', label: 'Developer tools' }]
    : [];
  return [
    {
      label: 'Command palette',
      accelerator: 'CmdOrCtrl+K',
      registerAccelerator: false,
      ...send(acts, 'command-palette'),
    },
    line,
    // Keys without Ctrl or Cmd belong to the page; as accelerators they would swallow what is typed into a note.
    { label: 'Fold or show the library ( [ )', ...send(acts, 'fold-left') },
    { label: 'Fold or show the labels ( ] )', ...send(acts, 'fold-right') },
    line,
    {
      label: 'Theme',
      submenu: themes.map(([name, label]): Item => {
        return { id: `theme-${name}`, label, type: 'radio', checked: theme === name, click: () => acts.setTheme(name) };
      }),
    },
    line,
    { role: 'resetZoom', label: 'Actual size' },
    { role: 'zoomIn', label: 'Larger' },
    { role: 'zoomOut', label: 'Smaller' },
    { role: 'togglefullscreen', label: 'Full screen' },
    ...tools,
  ];
}

function helpMenu(acts: MenuActs, mac: boolean): Item[] {
  const about: Item[] = mac ? [] : [line, { role: 'about', label: 'About Variorum' }];
  return [{ label: 'Keys ( ? )', ...send(acts, 'show-keys') }, ...about];
}

function send(acts: MenuActs, command: WindowCommand): Item {
  return { id: command, click: () => acts.send(command) };
}

/** `&` marks a key in a menu's label; doubled it is itself. */
function plainLabel(text: string): string {
  return text.replaceAll('&', '&&');
}
