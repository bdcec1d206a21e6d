/** Starts a bulk job in a thread of its own and follows it. */
import { err } from '#shared/text/result.ts';
import type { BulkEnding, BulkOrder, BulkProgress } from './bulk-messages.ts';
import { startJobThread, type JobListeners, type JobThread } from './job-thread.ts';

export interface BulkJob extends Pick<JobThread<BulkEnding>, 'turn' | 'done'> {
  /** The thread has ended: copy finding is in step, too. */
  readonly ended: Promise<unknown>;
}

export interface BulkRequest extends Pick<BulkOrder, 'project' | 'work'>, JobListeners<BulkProgress> {}

/** @param script the built `bulk-worker` */
export function startBulk(script: string, { project, work, onProgress, onFault }: BulkRequest): BulkJob {
  return startJobThread<BulkOrder, BulkProgress, BulkEnding>({
    script,
    name: work.type,
    order: { project, work },
    broken: () => err(fault),
    onProgress,
    onFault,
  });
}

const fault = {
  type: 'JobFailed',
  message:
    'This stopped because something went wrong inside Variorum. What was done until then is saved; try it again.',
} as const;
