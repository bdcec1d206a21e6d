/** What the main thread and the thread of a bulk job say to each other. */
import type { Failure } from '#shared/contract/failure.ts';
import type { Reversed } from '#shared/contract/methods.ts';
import type { Result } from '#shared/text/result.ts';
import type { JobOrder } from './job-messages.ts';

/** Taking back an act of thousands of events, or bringing copy finding in step with the documents. */
export type BulkWork = { readonly type: 'undo' } | { readonly type: 'redo' } | { readonly type: 'settle' };

export interface BulkOrder extends JobOrder {
  readonly work: BulkWork;
}

/** How far a bulk job is, in documents. */
export interface BulkProgress {
  readonly done: number;
  readonly total: number;
}

/** `null` where nothing was to be taken back. */
export type BulkEnding = Result<Reversed | null, Failure>;
