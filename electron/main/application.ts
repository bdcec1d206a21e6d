/** The app from the moment it is ready: parts made once and tied together. */
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, nativeTheme, session, webContents } from 'electron';
import { readArticle } from '#electron/exchange/article-file.ts';
import { startBulk } from '#electron/jobs/bulk-job.ts';
import { startExchange } from '#electron/jobs/exchange-job.ts';
import { startImport } from '#electron/jobs/import-job.ts';
import { hasLiveThreads, threadsEnd } from '#electron/jobs/live-threads.ts';
import { startPreview } from '#electron/jobs/preview-job.ts';
import { startReading } from '#electron/jobs/reading-thread.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import { createProject, openProject } from '#electron/workbench/open.ts';
import type { AppCommand } from '#shared/contract/window-commands.ts';
import { type AppCommandDeps, runAppCommand } from './app-commands.ts';
import { createAppRequests } from './app-requests.ts';
import type { AppWindow } from './app-window.ts';
import { listBuiltFiles } from './built-files.ts';
import { createChosenPaths } from './chosen-paths.ts';
import { reportCommand } from './command-report.ts';
import { nativeDialogs as dialogs } from './dialogs.ts';
import { openFirstProject, openOrAsk } from './first-project.ts';
import { createFirstView, type FirstView } from './first-view.ts';
import { registerIpc } from './ipc.ts';
import { logToStderr as log } from './log.ts';
import { installMenu } from './menu.ts';
import { overviewLine } from './overview-line.ts';
import { projectName } from './project-name.ts';
import { createProjectJobs } from './project-jobs.ts';
import { createProjectReadings } from './project-readings.ts';
import { createProjectOpener } from './project-opener.ts';
import { createProjects, type OpenProject } from './projects.ts';
import { serveBuiltFiles } from './protocol.ts';
import { openRecentProjects, type RecentProjects } from './recent-projects.ts';
import { provideSample } from './sample-project.ts';
import { guardSession } from './session-guards.ts';
import { openSettings } from './settings.ts';
import { createAppTheme, isThemeCommand } from './theme.ts';
import { createWindow, sendCommand } from './window.ts';

/** Documents that copy finding takes in or forgets on this thread: more are left to a job. */
const settledInPassing = 8;

export interface Application {
  /** Opens what the command line named, the last project or the sample. */
  readonly start: (argument: string | null) => Promise<void>;
  /** Another start of the app, or the system, asks for a project; `null` asks for the app itself. */
  readonly ask: (path: string | null) => Promise<void>;
}

export function createApplication(): Application {
  const root = app.getAppPath();
  const userData = app.getPath('userData');
  serveBuiltFiles(listBuiltFiles(join(root, 'out', 'renderer')));
  guardSession(session.defaultSession);

  const settings = openSettings(join(userData, 'settings.json'), log);
  const recent = openRecentProjects(join(userData, 'recent.json'), log);
  const script = (name: string): string => join(root, 'out', 'main', `${name}.cjs`);
  const importScripts = { importing: script('import-worker'), readingAhead: script('read-ahead-thread') };
  const projects = createProjects({
    openProject: (path) => openProject(path, systemIdentity, settledInPassing),
    onUnsettled: (project) => jobs.settle(project),
    log,
  });
  const jobs = createProjectJobs({
    projects,
    startImport: (request) => startImport(importScripts, request),
    startPreview: (request) =>
      startPreview({ previewing: script('preview-worker'), readingAhead: importScripts.readingAhead }, request),
    startBulk: (request) => startBulk(script('bulk-worker'), request),
    startExchange: (request) => startExchange(script('exchange-worker'), request),
    log,
  });
  const chosen = createChosenPaths();
  const readings = createProjectReadings({
    start: (project) =>
      startReading(project.path, { script: script('reading-worker'), onUnsettled: () => jobs.settle(project) }),
    log,
  });
  const theme = createAppTheme({
    settings,
    setSource: (source) => (nativeTheme.themeSource = source),
    windows: () => openWindows(),
  });
  const sample = () =>
    provideSample({ documents: app.getPath('documents'), seeds: join(root, 'seeds'), readArticle, createProject });

  /** The window the menu speaks of: the one in front, or the one that was last. */
  let front: number | null = null;
  /** Set until the app has said that it is open. */
  let firstView: { readonly window: number; readonly view: FirstView } | null = null;
  let isFirst = true;
  let isStarting = false;

  const opener = createProjectOpener({
    projects,
    recent: withSystem(recent),
    createWindow: (project) => {
      const window = createWindow({
        preload: join(root, 'out', 'preload', 'index.cjs'),
        title: `${projectName(project.workbench)} — Variorum`,
        remembered: settings.placeOf(project.path),
        others: project.windows.size,
        dialogs,
        log,
        onPlaced: (place) => settings.setPlace(project.path, place),
        onFocus: () => (front = window.id),
        onShown: () => firstView?.window === window.id && firstView.view.shown(),
        onLoaded: () => theme.tell(window),
        onClosed: () => {
          if (front === window.id) front = null;
          projects.leave(window.id);
          chosen.forget(window.id);
          // Nobody is left to see what it brings in; the project closes when it has stopped.
          if (project.windows.size > 0) return;
          jobs.stop(project);
          readings.close(project);
        },
      });
      projects.join(project, window);
      if (isFirst) firstView = { window: window.id, view: announce(project, window) };
      isFirst = false;
      return window;
    },
  });

  function announce(project: OpenProject, window: AppWindow): FirstView {
    const { workbench, path } = project;
    const print = async (): Promise<void> => {
      firstView = null;
      await painted(window);
      if (projects.windowOf(window.id) !== null) process.stdout.write(`${overviewLine(workbench.overview(), path)}\n`);
    };
    return createFirstView(
      () => workbench.overview().documents > 0,
      () => void print(),
    );
  }

  const commandDeps: AppCommandDeps = {
    projects,
    opener,
    dialogs,
    createProject,
    jobs,
    provideSample: sample,
  };
  registerIpc(ipcMain, {
    projects,
    between: jobs.between,
    reverse: jobs.reverse,
    read: readings.ask,
    runCommand: (command, window) =>
      isThemeCommand(command) ? theme.run(command) : runAppCommand(commandDeps, command, window),
    answerRequest: createAppRequests({ dialogs, projects, jobs, chosen }),
    log,
    onAnswered: (window, method) => {
      if (firstView?.window === window.id) firstView.view.answered(method);
    },
  });

  /** On a Mac the menu is there also when no window is, and somebody has to say what came of a command. */
  async function runFromMenu(command: AppCommand): Promise<void> {
    await reportCommand(dialogs, null, await runAppCommand(commandDeps, command, null));
  }

  function openWindows(): readonly AppWindow[] {
    return BrowserWindow.getAllWindows().flatMap(({ webContents: { id } }) => projects.windowOf(id) ?? []);
  }

  function menuWindow(): AppWindow | null {
    const [any] = BrowserWindow.getAllWindows();
    const id = BrowserWindow.getFocusedWindow()?.webContents.id ?? front ?? any?.webContents.id;
    return id === undefined ? null : projects.windowOf(id);
  }

  installMenu({
    recent,
    theme,
    acts: {
      run: (command) => {
        const window = menuWindow();
        if (window === null) void runFromMenu(command);
        else sendCommand(window, command);
      },
      send: (command) => {
        const window = menuWindow();
        if (window !== null) sendCommand(window, command);
      },
      openRecent: (path) => void ask(path),
    },
  });

  const firstProjectDeps = { opener, recent, dialogs, provideSample: sample };

  async function ask(path: string | null): Promise<void> {
    const window = menuWindow();
    if (path === null && window !== null) window.focus();
    else if (path === null && isStarting) return;
    else if (path === null) await openFirstProject(firstProjectDeps, null);
    else if (window === null) await openOrAsk(firstProjectDeps, path);
    else {
      const shown = opener.show(path);
      if (!shown.ok) await reportCommand(dialogs, window, shown);
    }
  }

  app.on('before-quit', (event) => {
    jobs.stopAll();
    const idle = projects.whenIdle();
    if (idle === null) return;
    event.preventDefault();
    void idle.then(() => app.quit());
  });

  app.on('will-quit', (event) => {
    if (!hasLiveThreads()) return;
    event.preventDefault();
    session.defaultSession.flushStorageData();
    const leave = async (): Promise<void> => {
      await threadsEnd(threadsMayTake);
      // Electron would wait for a thread that does not end for ever. The projects are closed, and all is on disk.
      if (hasLiveThreads()) process.kill(process.pid, 'SIGKILL');
      else app.quit();
    };
    void leave();
  });

  return {
    start: async (argument) => {
      isStarting = true;
      const window = await openFirstProject(firstProjectDeps, argument);
      isStarting = false;
      if (window === null && menuWindow() === null) app.quit();
    },
    ask,
  };
}

/** After the last window has closed, in milliseconds: most end within twenty. */
const threadsMayTake = 1000;

/** The system keeps a list of its own, for its dock and its start menu. */
function withSystem(recent: RecentProjects): Pick<RecentProjects, 'add'> {
  return {
    add: (path) => {
      recent.add(path);
      app.addRecentDocument(path);
    },
  };
}

/** When what the window holds has been on the screen for a frame. */
async function painted(window: AppWindow): Promise<void> {
  const frames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';
  await webContents
    .fromId(window.id)
    ?.executeJavaScript(frames)
    .catch(() => null);
}
