/** An export, of what the project says at its beginning: others go on writing meanwhile. */
import { isSetFormatName, setFormats } from '#electron/exchange/set/catalogue.ts';
import { exportSet } from '#electron/exchange/set/export.ts';
import { lossSentence } from '#electron/exchange/set/loss.ts';
import { scopedSet } from '#electron/exchange/set/scope.ts';
import { scopeOf, unknownFormat } from '#electron/workbench/handlers/export-preview.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { ExportChoices } from '#shared/contract/export-choices.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ExchangeProgress, ExportEnding } from './exchange-messages.ts';

export interface ExportRun {
  readonly workbench: Pick<Workbench, 'holdAnnotatedSet'>;
  readonly choices: ExportChoices;
  /** Where to; whoever chose it has agreed that a file there is replaced. */
  readonly path: string;
  readonly isCancelled: () => boolean;
  readonly report: (progress: ExchangeProgress) => void;
}

export async function runExport(run: ExportRun): Promise<Result<ExportEnding, Failure>> {
  const { choices, path, isCancelled, report } = run;
  const { format: name, scope, text } = choices;
  if (!isSetFormatName(name)) return err(unknownFormat(name));
  const format = setFormats[name];
  const { set, letGo } = run.workbench.holdAnnotatedSet();
  try {
    const scoped = scopedSet(set, scopeOf(scope));
    const total = scoped.size;
    const exported = await exportSet(scoped, format, path, {
      overwrite: true,
      text: text || !format.textOptional,
      onProgress: (share) => report({ done: Math.floor(share * total), total, share }),
      isCancelled,
    });
    if (!exported.ok) return err({ type: exported.error.type, message: exported.error.message });
    const { written, annotations, occurrences, losses } = exported.value;
    return ok({ type: 'export', written, annotations, occurrences, losses: losses.map(lossSentence) });
  } finally {
    letGo();
  }
}
