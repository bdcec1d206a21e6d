/** Exporting: the set in a format of choice, at a path, proven by reading it back. */
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { ok, type Result } from '#shared/text/result.ts';
import { csvFormat } from './csv/format.ts';
import type { ExportFailure } from './export-failure.ts';
import { exportFormat, type ExportFormat } from './format.ts';
import { jsonlFormat } from './jsonl/format.ts';
import type { Loss } from './loss.ts';
import { writeTarget } from './target-file.ts';
import { w3cFormat } from './w3c/format.ts';

export const exportFormats = {
  jsonl: exportFormat(jsonlFormat),
  csv: exportFormat(csvFormat),
  w3c: exportFormat(w3cFormat),
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;

export function isExportFormatName(name: string): name is ExportFormatName {
  return Object.hasOwn(exportFormats, name);
}

export interface Exported {
  /** Paths of the files. */
  readonly written: readonly string[];
  /** How many of each stand in the file. */
  readonly annotations: number;
  readonly occurrences: number;
  /** What the format could not hold; `lossSentence` says it. */
  readonly losses: readonly Loss[];
}

/**
 * Writes the set to `path`. The file is read back by the format's own reader and compared with the set before it takes
 * its place; on any failure what lay there before still does, and nothing else is left behind.
 */
export function exportSet(
  set: AnnotatedSet,
  format: ExportFormatName,
  path: string,
  { overwrite }: { readonly overwrite: boolean },
): Result<Exported, ExportFailure> {
  const { serialize, verify, tally, losses }: ExportFormat = exportFormats[format];
  const written = writeTarget(path, serialize(set), { overwrite, verify: (text) => verify(set, text) });
  return written.ok ? ok({ written: [path], ...tally(set), losses: losses(set) }) : written;
}
