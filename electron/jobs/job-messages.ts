/** What the main thread and the thread of any job say to each other. */

/** What every job's thread is started with. */
export interface JobOrder {
  /** The project file. */
  readonly project: string;
  /** Of the turn to write (write-turn.ts). */
  readonly memory: SharedArrayBuffer;
}

export type JobMessage<Progress, Ending> =
  | { readonly type: 'progress'; readonly progress: Progress }
  /** A transaction has ended, and the turn to write was asked for. */
  | { readonly type: 'left' }
  /** What was asked for is done, or has failed; the thread may still tidy up. */
  | { readonly type: 'ended'; readonly ending: Ending }
  /** It has tidied up: the connection is closed. */
  | { readonly type: 'closed' };
