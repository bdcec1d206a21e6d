/** What the app remembers of how it is used, apart from any project: the theme, and where windows were. */
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { describeBug, type Log } from './log.ts';
import type { WindowPlace } from './window-bounds.ts';

const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

const placeSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() });
const settingsSchema = z.object({
  theme: themeSchema.catch('system'),
  windows: z.array(z.object({ project: z.string(), place: placeSchema })).catch([]),
});
/** Of how many projects the window's place is remembered. */
const placeLimit = 50;

export interface Settings {
  readonly theme: () => Theme;
  readonly setTheme: (theme: Theme) => void;
  /** Where a window of the project at this path was last. */
  readonly placeOf: (project: string) => WindowPlace | null;
  readonly setPlace: (project: string, place: WindowPlace) => void;
}

/** Reads `file` once; damaged parts count as not set. What cannot be written is logged and stays in memory. */
export function openSettings(file: string, log: Log): Settings {
  let { theme, windows } = readJsonFile(file, settingsSchema, { theme: 'system', windows: [] });

  function keep(): void {
    try {
      writeJsonFile(file, { theme, windows });
    } catch (error) {
      log(`could not write ${file}: ${describeBug(error)}`);
    }
  }

  return {
    theme: () => theme,
    setTheme: (next) => {
      theme = next;
      keep();
    },
    placeOf: (project) => windows.find((known) => known.project === project)?.place ?? null,
    setPlace: (project, place) => {
      windows = [{ project, place }, ...windows.filter((known) => known.project !== project)].slice(0, placeLimit);
      keep();
    },
  };
}
