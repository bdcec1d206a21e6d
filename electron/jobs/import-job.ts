/** Starts an import in a thread of its own and follows it. */
import { v7 } from 'uuid';
import { threadLimits } from '#electron/exchange/read-ahead/read-ahead.ts';
import type { ImportOrder } from './import-messages.ts';
import type { ImportProgress } from './import-run.ts';
import { failedImport, type ImportSummary } from './import-summary.ts';
import { startJobThread, type JobListeners, type JobThread } from './job-thread.ts';

export type ImportJob = Pick<JobThread<ImportSummary>, 'turn' | 'ended'>;

export interface ImportRequest
  extends Pick<ImportOrder, 'project' | 'paths'>, Partial<Pick<ImportOrder, 'choices'>>, JobListeners<ImportProgress> {}

export interface ImportScripts {
  /** The built `import-worker`. */
  readonly importing: string;
  /** The built `read-ahead-thread`. */
  readonly readingAhead: string;
}

export function startImport(
  { importing, readingAhead }: ImportScripts,
  { project, paths, choices = {}, onProgress, onFault }: ImportRequest,
): ImportJob {
  return startJobThread<ImportOrder, ImportProgress, ImportSummary>({
    script: importing,
    name: 'import',
    order: { project, paths, choices, act: v7(), readAhead: readingAhead },
    resourceLimits: threadLimits,
    broken: (last) => failedImport(fault, last),
    onProgress,
    onFault,
  });
}

const fault = {
  type: 'JobFailed',
  message:
    'The import stopped because something went wrong inside Variorum. What it had brought in is saved; import the same files again to go on.',
} as const;
