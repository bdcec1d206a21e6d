/**
 * The projects that are open: one workbench a file, however many windows show it. A project closes with its last
 * window, once what is still at work on it has ended.
 */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Workbench } from '#electron/workbench/workbench.ts';
import { channels } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import { describeBug, type Log } from './log.ts';

/** How often what other processes wrote to a project is looked for, in milliseconds. */
const catchUpInterval = 250;
/** How soon the next part of much is told, in milliseconds: the window has time to draw the last one. */
const nextPart = 30;

export interface OpenProject {
  /** The file, with links resolved. */
  readonly path: string;
  readonly workbench: Workbench;
  readonly windows: ReadonlySet<AppWindow>;
}

interface Entry extends OpenProject {
  readonly windows: Set<AppWindow>;
  /** Acts under way that need the workbench after the last window is gone. */
  acts: number;
  readonly stop: () => void;
}

export interface ProjectsDeps {
  readonly openProject: (path: string) => Result<Workbench, Failure>;
  readonly log: Log;
  /** Copy finding is not in step with the documents, and what there is to do is too much for this thread. */
  readonly onUnsettled?: (project: OpenProject) => void;
}

export interface Projects {
  /** The project at `path`, opened or already open; it stays open until `leave` or `release`. */
  readonly open: (path: string) => Result<OpenProject, Failure>;
  readonly join: (project: OpenProject, window: AppWindow) => void;
  /** The window is gone. */
  readonly leave: (window: number) => void;
  /** Closes a project that was opened and got no window after all. */
  readonly release: (project: OpenProject) => void;
  readonly projectOf: (window: number) => OpenProject | null;
  readonly windowOf: (window: number) => AppWindow | null;
  readonly openAt: (path: string) => OpenProject | null;
  /** Runs `act` and keeps the project open until it has ended; `null` where the project was closed before. */
  readonly during: <T>(project: OpenProject, act: () => Promise<T>) => Promise<T | null>;
  /** When every act under way has ended; `null` where there is none. */
  readonly whenIdle: () => Promise<unknown> | null;
}

/** `path` with links resolved; as it stands, made absolute, where there is nothing yet. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

export function createProjects({ openProject, log, onUnsettled }: ProjectsDeps): Projects {
  const byPath = new Map<string, Entry>();
  const byWindow = new Map<number, { readonly entry: Entry; readonly window: AppWindow }>();
  const acts = new Set<Promise<unknown>>();

  function watch(workbench: Workbench, windows: ReadonlySet<AppWindow>, unsettled: () => void): () => void {
    const forget = workbench.onCommit((commit) => {
      for (const window of windows) window.send(channels.commit, commit);
    });
    let told = false;
    let next: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(next);
      try {
        if (!workbench.catchUp()) next = setTimeout(look, nextPart).unref();
        if (onUnsettled !== undefined && !workbench.settle()) unsettled();
        told = false;
      } catch (error) {
        if (!told) log(`could not look for changes in ${workbench.path}: ${describeBug(error)}`);
        told = true;
      }
    };
    const timer = setInterval(look, catchUpInterval);
    timer.unref();
    return () => {
      clearInterval(timer);
      clearTimeout(next);
      forget();
    };
  }

  function closeIfUnused(entry: Entry): void {
    if (entry.windows.size > 0 || entry.acts > 0 || byPath.get(entry.path) !== entry) return;
    byPath.delete(entry.path);
    entry.stop();
    try {
      entry.workbench.close();
    } catch (error) {
      log(`could not close ${entry.path}: ${describeBug(error)}`);
    }
  }

  function entryOf(project: OpenProject): Entry {
    const entry = byPath.get(project.path);
    if (entry === undefined || entry !== project) throw new Error(`The project ${project.path} is not open.`);
    return entry;
  }

  return {
    open(path) {
      const real = realPath(path);
      const known = byPath.get(real);
      if (known !== undefined) return ok(known);
      const opened = openProject(real);
      if (!opened.ok) return err(opened.error);
      const windows = new Set<AppWindow>();
      const stop = watch(opened.value, windows, () => onUnsettled?.(entry));
      const entry: Entry = { path: real, workbench: opened.value, windows, acts: 0, stop };
      byPath.set(real, entry);
      return ok(entry);
    },
    join(project, window) {
      const entry = entryOf(project);
      entry.windows.add(window);
      byWindow.set(window.id, { entry, window });
    },
    leave(id) {
      const known = byWindow.get(id);
      if (known === undefined) return;
      byWindow.delete(id);
      known.entry.windows.delete(known.window);
      closeIfUnused(known.entry);
    },
    release(project) {
      closeIfUnused(entryOf(project));
    },
    projectOf: (id) => byWindow.get(id)?.entry ?? null,
    windowOf: (id) => byWindow.get(id)?.window ?? null,
    openAt: (path) => byPath.get(realPath(path)) ?? null,
    async during(project, act) {
      const entry = byPath.get(project.path);
      if (entry === undefined || entry !== project) return null;
      entry.acts += 1;
      const running = act();
      acts.add(running);
      try {
        return await running;
      } finally {
        acts.delete(running);
        entry.acts -= 1;
        closeIfUnused(entry);
      }
    },
    whenIdle: () => (acts.size === 0 ? null : Promise.allSettled(acts)),
  };
}
