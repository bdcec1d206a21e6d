/** Starts the preview of an import in a thread of its own and follows it. */
import { Worker } from 'node:worker_threads';
import { threadLimits } from '#electron/exchange/read-ahead/read-ahead.ts';
import type { ImportPreview } from '#shared/contract/import-preview.ts';
import type { PreviewMessage, PreviewOrder } from './preview-messages.ts';
import { failedPreview, type PreviewProgress } from './preview-run.ts';
import { createTurnMemory, mainTurn, type MainTurn } from './write-turn.ts';

export interface PreviewJob {
  readonly turn: MainTurn;
  /** Never rejects: a fault of the thread is an ending, too. */
  readonly ended: Promise<ImportPreview>;
}

export interface PreviewRequest
  extends Pick<PreviewOrder, 'project' | 'paths'>, Partial<Pick<PreviewOrder, 'choices'>> {
  readonly onProgress: (progress: PreviewProgress) => void;
  /** Told of a fault of the thread, for the log. */
  readonly onFault: (error: unknown) => void;
}

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
  const memory = createTurnMemory();
  const turn = mainTurn(memory);
  const order: PreviewOrder = { project, paths, choices, readAhead: readingAhead, memory };
  const worker = new Worker(previewing, { workerData: order, name: 'preview', resourceLimits: threadLimits });
  const ended = new Promise<ImportPreview>((resolve) => {
    let preview: ImportPreview | undefined;
    worker.on('message', (message: PreviewMessage) => {
      if (message.type === 'left') turn.left();
      else if (message.type === 'ended') ({ preview } = message);
      else onProgress(message.progress);
    });
    worker.on('error', onFault);
    worker.on('exit', () => {
      turn.over();
      resolve(preview ?? failedPreview(fault));
    });
  });
  return { turn, ended };
}

const fault = {
  type: 'JobFailed',
  message:
    'The files could not be looked through because something went wrong inside Variorum. The project was not changed.',
} as const;
