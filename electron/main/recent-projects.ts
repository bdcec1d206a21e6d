/** The projects opened last, newest first, kept in the app's own folder. */
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { describeBug, type Log } from './log.ts';

const recentSchema = z.object({ projects: z.array(z.string().min(1)) });
/** How many are remembered. */
export const recentLimit = 10;

export interface RecentProjects {
  /** Paths, newest first. */
  readonly list: () => readonly string[];
  readonly add: (path: string) => void;
  readonly clear: () => void;
  /** Called after every change. */
  readonly onChange: (listener: () => void) => void;
}

/** Reads `file` once; a damaged one counts as empty. What cannot be written is logged and stays in memory. */
export function openRecentProjects(file: string, log: Log): RecentProjects {
  let projects: readonly string[] = readJsonFile(file, recentSchema, { projects: [] }).projects.slice(0, recentLimit);
  const listeners: (() => void)[] = [];

  function keep(next: readonly string[]): void {
    projects = next;
    try {
      writeJsonFile(file, { projects });
    } catch (error) {
      log(`could not write ${file}: ${describeBug(error)}`);
    }
    for (const listener of listeners) listener();
  }

  return {
    list: () => projects,
    add: (path) => keep([path, ...projects.filter((known) => known !== path)].slice(0, recentLimit)),
    clear: () => keep([]),
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
