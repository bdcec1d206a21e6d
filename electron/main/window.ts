/** One window of a project. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { channels } from '#shared/contract/bridge.ts';
import type { MenuCommand } from '#shared/contract/window-commands.ts';
import type { AppWindow } from './app-window.ts';
import { appPage } from './app-origin.ts';
import type { Dialogs } from './dialog-questions.ts';
import type { Log } from './log.ts';
import { isAllowedNavigation } from './navigation.ts';
import { placeWindow, type Rectangle, smallest, type WindowPlace } from './window-bounds.ts';
import { windowPreferences } from './window-preferences.ts';

/** The paper behind the text, so that nothing flashes before the first paint. */
const paper = { light: '#FBFAF7', dark: '#1B1B1A' } as const;
/** A window that has not painted by then is shown as it is, in milliseconds. */
const patience = 3_000;

export interface WindowDeps {
  readonly preload: string;
  readonly title: string;
  readonly remembered: WindowPlace | null;
  /** How many windows of the project are open. */
  readonly others: number;
  readonly dialogs: Dialogs;
  readonly log: Log;
  readonly onPlaced: (place: WindowPlace) => void;
  readonly onFocus: () => void;
  readonly onShown: () => void;
  /** The page is there and listens: at first, and after every reload. */
  readonly onLoaded: () => void;
  readonly onClosed: () => void;
}

export function createWindow(deps: WindowDeps): AppWindow {
  const [first, ...rest] = workAreas();
  const { maximized, ...bounds } = placeWindow([first, ...rest], deps.remembered, deps.others);
  const native = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: deps.title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: windowPreferences(deps.preload),
  });
  const contents = native.webContents;
  const window: AppWindow = {
    id: contents.id,
    send: (channel, message) => {
      if (!contents.isDestroyed()) contents.send(channel, message);
    },
    focus: () => {
      if (native.isMinimized()) native.restore();
      native.show();
      native.focus();
    },
    close: () => native.close(),
  };

  // The title is the project's; the page does not change it.
  native.on('page-title-updated', (event) => event.preventDefault());
  native.on('focus', deps.onFocus);
  native.on('close', () => deps.onPlaced({ ...native.getNormalBounds(), maximized: native.isMaximized() }));
  native.on('closed', deps.onClosed);
  contents.on('did-finish-load', deps.onLoaded);
  showWhenPainted(native, maximized, deps.onShown);
  followTheme(native);
  watchPage(native, window, deps);
  loadPage(native, deps.log);
  return window;
}

export function sendCommand(window: AppWindow, command: MenuCommand): void {
  window.send(channels.command, command);
}

function workAreas(): [Rectangle, ...Rectangle[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
}

function showWhenPainted(native: BrowserWindow, maximized: boolean, onShown: () => void): void {
  const show = (): void => {
    clearTimeout(late);
    if (native.isDestroyed() || native.isVisible()) return;
    if (maximized) native.maximize();
    native.show();
    onShown();
  };
  const late = setTimeout(show, patience);
  native.once('ready-to-show', show);
}

function followTheme(native: BrowserWindow): void {
  const follow = (): void => native.setBackgroundColor(nativeTheme.shouldUseDarkColors ? paper.dark : paper.light);
  nativeTheme.on('updated', follow);
  native.on('closed', () => nativeTheme.off('updated', follow));
}

function loadPage(native: BrowserWindow, log: Log): void {
  void native.loadURL(appPage).catch((error: unknown) => log(`the page did not load: ${String(error)}`));
}

/** A page that fails says so; what was tagged is in the file. */
function watchPage(native: BrowserWindow, window: AppWindow, { dialogs, log }: WindowDeps): void {
  const contents = native.webContents;
  contents.on('preload-error', (_event, _path, error) =>
    log(`the preload script failed: ${error.stack ?? error.message}`),
  );
  contents.on('did-fail-load', (_event, code, reason, address, isMainFrame) => {
    if (isMainFrame) log(`${address} did not load: ${reason} (${code})`);
  });
  // The guards do not see a way to about:blank, which Chromium takes without asking; the window comes back from it.
  contents.on('did-navigate', (_event, address) => {
    if (isAllowedNavigation(address)) return;
    log('a window was taken elsewhere and is brought back');
    loadPage(native, log);
  });
  const offerReload = async (detail: string): Promise<void> => {
    const answer = await dialogs.ask(window, {
      kind: 'error',
      message: 'The contents of this window stopped working.',
      detail: `Everything that was tagged is saved. Reload the window to go on. (${detail})`,
      buttons: ['Reload', 'Close the window'],
    });
    if (native.isDestroyed()) return;
    if (answer === 0) loadPage(native, log);
    else native.destroy();
  };
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`the page of a window is gone: ${reason} (${exitCode})`);
    if (reason !== 'clean-exit') void offerReload(`${reason}, ${exitCode}`);
  });
}
