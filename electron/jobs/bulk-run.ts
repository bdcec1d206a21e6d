/** A bulk job as a row of short transactions, each of which is on disk before the next begins. */
import type { Workbench } from '#electron/workbench/workbench.ts';
import { ok } from '#shared/text/result.ts';
import type { BulkEnding, BulkProgress, BulkWork } from './bulk-messages.ts';

/** Events taken back in one transaction: every window has to be told of them, a commit at a time. */
const eventsAtOnce = 200;
/** Documents that copy finding takes in or forgets in one transaction. */
const settledAtOnce = 16;

export interface BulkRun {
  readonly workbench: Pick<Workbench, 'reverseInParts' | 'settle' | 'unsettled'>;
  readonly work: BulkWork;
  /** Runs one transaction when it is the job's turn. */
  readonly write: <T>(transaction: () => T) => T;
  /** Asked before every transaction of copy finding; what is taken back is taken back whole. */
  readonly isCancelled: () => boolean;
  readonly onProgress: (progress: BulkProgress) => void;
  /** Told as soon as what was asked for is done: copy finding follows. */
  readonly onDone: (ending: BulkEnding) => void;
}

export function runBulk({ workbench, work, write, isCancelled, onProgress, onDone }: BulkRun): void {
  if (work.type === 'settle') onDone(ok(null));
  else {
    const onPart = (done: number, total: number): void => onProgress({ done, total });
    onDone(workbench.reverseInParts(work.type, { part: eventsAtOnce, write, onPart }));
  }
  const total = workbench.unsettled();
  if (total === 0) return;
  for (let done = 0; !isCancelled(); done = Math.min(total, done + settledAtOnce)) {
    onProgress({ done, total });
    if (write(() => workbench.settle(settledAtOnce))) return;
  }
}
