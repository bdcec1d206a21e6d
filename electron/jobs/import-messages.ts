/** What the main thread and the thread of an import say to each other. */
import type { PathChoices } from '#electron/exchange/read-articles.ts';
import type { ImportProgress } from './import-run.ts';
import type { ImportSummary } from './import-summary.ts';

/** What the thread is started with. */
export interface ImportOrder {
  /** The project file. */
  readonly project: string;
  /** Files, folders and archives to read, absolute. */
  readonly paths: readonly string[];
  /** What was decided about them after a preview. */
  readonly choices: PathChoices;
  /** The act that all of it is. */
  readonly act: string;
  /** The built `read-ahead-thread`. */
  readonly readAhead: string;
  /** Of the turn to write (write-turn.ts). */
  readonly memory: SharedArrayBuffer;
}

export type ImportMessage =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  /** A transaction has ended, and the turn to write was asked for. */
  | { readonly type: 'left' }
  | { readonly type: 'ended'; readonly summary: ImportSummary };
