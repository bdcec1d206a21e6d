/** What the thread of an import is started with. */
import type { PathChoices } from '#electron/exchange/read-articles.ts';
import type { JobOrder } from './job-messages.ts';

export interface ImportOrder extends JobOrder {
  /** Files, folders and archives to read, absolute. */
  readonly paths: readonly string[];
  /** What was decided about them after a preview. */
  readonly choices: PathChoices;
  /** The act that all of it is. */
  readonly act: string;
  /** The built `read-ahead-thread`. */
  readonly readAhead: string;
}
