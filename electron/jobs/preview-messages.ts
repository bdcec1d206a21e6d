/** What the main thread and the thread of a preview say to each other. */
import type { PathChoices } from '#electron/exchange/read-articles.ts';
import type { ImportPreview } from '#shared/contract/import-preview.ts';
import type { PreviewProgress } from './preview-run.ts';

/** What the thread is started with. */
export interface PreviewOrder {
  /** The project file. */
  readonly project: string;
  /** Files, folders and archives to read, absolute. */
  readonly paths: readonly string[];
  /** What was decided about them after an earlier preview. */
  readonly choices: PathChoices;
  /** The built `read-ahead-thread`. */
  readonly readAhead: string;
  /** Of the turn to write (write-turn.ts): opening may bring an older file's tables up to date. */
  readonly memory: SharedArrayBuffer;
}

export type PreviewMessage =
  | { readonly type: 'progress'; readonly progress: PreviewProgress }
  /** A transaction has ended, and the turn to write was asked for. */
  | { readonly type: 'left' }
  | { readonly type: 'ended'; readonly preview: ImportPreview };
