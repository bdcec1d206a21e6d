/** An export, or an import of annotations, on an open project. */
import { basename } from 'node:path';
import { setFormats } from '#electron/exchange/set/catalogue.ts';
import { openSetFile } from '#electron/exchange/set/set-file.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import { err, ok } from '#shared/text/result.ts';
import { runAnnotations } from './annotations-run.ts';
import type { ExchangeEnding, ExchangeProgress, ExchangeWork } from './exchange-messages.ts';
import { runExport } from './export-run.ts';
import type { JobTurn } from './write-turn.ts';

export interface ExchangeRun {
  readonly workbench: Workbench;
  readonly work: ExchangeWork;
  readonly turn: JobTurn;
  readonly report: (progress: ExchangeProgress) => void;
}

export function runExchange({ workbench, work, turn, report }: ExchangeRun): Promise<ExchangeEnding> {
  if (work.type !== 'export') return takeAnnotations(workbench, work, turn, report);
  const { choices, path } = work;
  return runExport({ workbench, choices, path, isCancelled: turn.isCancelled, report });
}

async function takeAnnotations(
  workbench: Workbench,
  { type, path, choices, act }: Exclude<ExchangeWork, { readonly type: 'export' }>,
  turn: JobTurn,
  report: (progress: ExchangeProgress) => void,
): Promise<ExchangeEnding> {
  const file = await openSetFile(path, 'auto');
  if (!file.ok) return err({ type: 'SetNotReadable', message: file.error });
  const { format, items, close } = file.value;
  try {
    const taking = turn.run(() =>
      workbench.importAnnotations({
        file: basename(path),
        act,
        ...(choices.annotator.trim() === '' ? {} : { annotator: choices.annotator }),
        repairs: choices.repairs,
        newDocuments: choices.newDocuments,
        dryRun: type === 'preview-annotations',
      }),
    );
    if (!taking.ok) return taking;
    const taken = await runAnnotations({
      items: items(),
      taking: taking.value,
      write: turn.run,
      isCancelled: turn.isCancelled,
      report: (done) => report({ done, total: null, share: 0 }),
      now: () => performance.now(),
    });
    return taken.ok ? ok({ type: 'annotations', format: setFormats[format].title, ...taken.value }) : taken;
  } finally {
    close();
  }
}
