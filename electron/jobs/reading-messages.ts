/** What the main thread and the thread that answers long questions say to each other. */
import type { Failure } from '#shared/contract/failure.ts';
import type { Method } from '#shared/contract/methods.ts';
import type { Result } from '#shared/text/result.ts';

export interface ReadingQuestion {
  readonly number: number;
  readonly method: Method;
  readonly input: unknown;
}

/** `unsettled` is said once, after the thread has looked at every document: copy finding does not know them all. */
export type ReadingMessage =
  | { readonly type: 'answer'; readonly number: number; readonly answer: Result<unknown, Failure> }
  /** The question met a bug; what was thrown, for the log. */
  | { readonly type: 'bug'; readonly number: number; readonly stack: string }
  | { readonly type: 'unsettled' };
