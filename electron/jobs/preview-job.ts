/** Starts the preview of an import in a thread of its own and follows it. */
import { threadLimits } from '#electron/exchange/read-ahead/read-ahead.ts';
import type { ImportPreview } from '#shared/contract/import-preview.ts';
import { startJobThread, type JobListeners, type JobThread } from './job-thread.ts';
import type { PreviewOrder } from './preview-messages.ts';
import { failedPreview, type PreviewProgress } from './preview-run.ts';

export type PreviewJob = Pick<JobThread<ImportPreview>, 'turn' | 'ended'>;

export interface PreviewRequest
  extends
    Pick<PreviewOrder, 'project' | 'paths'>,
    Partial<Pick<PreviewOrder, 'choices'>>,
    JobListeners<PreviewProgress> {}

export interface PreviewScripts {
  /** The built `preview-worker`. */
  readonly previewing: string;
  /** The built `read-ahead-thread`. */
  readonly readingAhead: string;
}

export function startPreview(
  { previewing, readingAhead }: PreviewScripts,
  { project, paths, choices = {}, onProgress, onFault }: PreviewRequest,
): PreviewJob {
  return startJobThread<PreviewOrder, PreviewProgress, ImportPreview>({
    script: previewing,
    name: 'preview',
    order: { project, paths, choices, readAhead: readingAhead },
    resourceLimits: threadLimits,
    broken: () => failedPreview(fault),
    onProgress,
    onFault,
  });
}

const fault = {
  type: 'JobFailed',
  message:
    'The files could not be looked through because something went wrong inside Variorum. The project was not changed.',
} as const;
