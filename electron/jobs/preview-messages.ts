/** What the thread of a preview is started with. */
import type { PathChoices } from '#electron/exchange/read-articles.ts';
import type { JobOrder } from './job-messages.ts';

export interface PreviewOrder extends JobOrder {
  /** Files, folders and archives to read, absolute. */
  readonly paths: readonly string[];
  /** What was decided about them after an earlier preview. */
  readonly choices: PathChoices;
  /** The built `read-ahead-thread`. */
  readonly readAhead: string;
}
