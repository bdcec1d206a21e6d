/** Starts an export, or an import of annotations, in a thread of its own and follows it. */
import { threadLimits } from '#electron/exchange/read-ahead/read-ahead.ts';
import { err } from '#shared/text/result.ts';
import type { ExchangeEnding, ExchangeOrder, ExchangeProgress, ExchangeWork } from './exchange-messages.ts';
import { startJobThread, type JobListeners, type JobThread } from './job-thread.ts';

export type ExchangeJob = Pick<JobThread<ExchangeEnding>, 'turn' | 'ended'>;

export interface ExchangeRequest extends Pick<ExchangeOrder, 'project' | 'work'>, JobListeners<ExchangeProgress> {}

/** @param script the built `exchange-worker` */
export function startExchange(script: string, { project, work, onProgress, onFault }: ExchangeRequest): ExchangeJob {
  return startJobThread<ExchangeOrder, ExchangeProgress, ExchangeEnding>({
    script,
    name: work.type,
    order: { project, work },
    resourceLimits: threadLimits,
    broken: () => err({ type: 'JobFailed', message: faults[work.type] }),
    onProgress,
    onFault,
  });
}

const faults: Readonly<Record<ExchangeWork['type'], string>> = {
  export:
    'The export stopped because something went wrong inside Variorum. Nothing was written; what lay there before still does. Try it again, or choose another format.',
  'import-annotations':
    'The import stopped because something went wrong inside Variorum. What it had brought in is saved, and undo takes it back.',
  'preview-annotations':
    'The file could not be looked through because something went wrong inside Variorum. The project was not changed.',
};
