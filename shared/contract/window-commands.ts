/**
 * What the menu and the window say to each other. A window never names a path: it asks for a dialog, and the main
 * process does the rest.
 */
import { z } from 'zod';

/** Asked of the main process by the window (command palette, buttons). */
export const appCommandSchema = z.enum([
  'new-project',
  'open-project',
  'open-sample',
  'cancel-job',
  'save-copy',
  'new-window',
  'close-window',
]);
export type AppCommand = z.infer<typeof appCommandSchema>;

/** The theme is the app's: a window asks for it, and every window is told. */
const themeCommands = ['theme-light', 'theme-dark', 'theme-system'] as const;
export const themeCommandSchema = z.enum(themeCommands);
export type ThemeCommand = z.infer<typeof themeCommandSchema>;

/** All that a window can ask of the main process besides the calls of the project. */
export const runCommandSchema = z.enum([...appCommandSchema.options, ...themeCommands]);
export type RunCommand = z.infer<typeof runCommandSchema>;

/** What a window can be told to do. */
export const windowCommandSchema = z.enum([
  'undo',
  'redo',
  'export',
  'import-files',
  'import-folder',
  'import-annotations',
  'import-annotations-folder',
  'command-palette',
  'show-keys',
  'fold-left',
  'fold-right',
  ...themeCommands,
]);
export type WindowCommand = z.infer<typeof windowCommandSchema>;

/**
 * What the menu sends to a window: also an app command chosen there, so that its outcome is told where all others are.
 */
export type MenuCommand = WindowCommand | AppCommand;

/** How far a job is, told on the channel of the menu some times a second; the windows of its project hear it. */
export const jobProgressSchema = z
  .strictObject({
    /** The job's id; one project has one job at a time. */
    job: z.string(),
    state: z.enum(['running', 'stopping', 'ended']),
    /**
     * Bringing files in, looking what that would do, taking back or bringing back a large act, looking for copies in documents that came by, writing
     * the set, bringing annotations in, or looking what that would do.
     */
    kind: z.enum([
      'import',
      'preview',
      'undo',
      'redo',
      'settle',
      'export',
      'import-annotations',
      'preview-annotations',
    ]),
    /** What is imported or written: a file's name, or how many files; empty for other jobs. */
    what: z.string(),
    /** Articles that have been dealt with: added, there already or refused; or documents. */
    done: z.int().nonnegative(),
    /** How many there are; `null` where a file does not say so before it has been read. */
    total: z.int().nonnegative().nullable(),
    /** How much has been read, 0…1, by bytes. */
    share: z.number().min(0).max(1),
    /** Shared passages found so far; `null` where they are not counted. */
    passages: z.int().nonnegative().nullable(),
    /** Whole seconds; `null` where nobody can tell yet. */
    secondsLeft: z.int().nonnegative().nullable(),
  })
  .readonly();
export type JobProgress = z.infer<typeof jobProgressSchema>;

/** What the main process sends to a window besides commits. */
export type WindowMessage = MenuCommand | JobProgress;

/** What an app command came to, for the status bar: a sentence, or nothing where the user gave up. */
export interface AppOutcome {
  readonly message: string | null;
  readonly details: readonly string[];
  /** Nothing was done: the sentence says why not. */
  readonly isRefusal?: true;
}
