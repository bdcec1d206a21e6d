/** A preview of an import: everything is read, nothing is written. */
import type { AheadLine } from '#electron/exchange/read-ahead/message.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ImportPreview, PreviewedArticle, PreviewStatus } from '#shared/contract/import-preview.ts';

export interface PreviewProgress {
  /** Articles and refusals so far. */
  readonly done: number;
  /** How much has been read, 0…1, by files. */
  readonly share: number;
}

export interface PreviewRun {
  readonly lines: AsyncIterable<AheadLine> | Iterable<AheadLine>;
  /** How many files, folders and archives there are. */
  readonly files: number;
  readonly look: (line: AheadLine) => PreviewedArticle;
  /** Asked before every article. */
  readonly isCancelled: () => boolean;
  readonly report: (progress: PreviewProgress) => void;
}

/** Rows that are kept, and of those that follow such that ask for an encoding or for columns. */
export const rowLimit = 500;
export const questionLimit = 100;

export async function runPreview({ lines, files, look, isCancelled, report }: PreviewRun): Promise<ImportPreview> {
  const rows: PreviewedArticle[] = [];
  const totals: Record<PreviewStatus, number> = { new: 0, there: 0, changed: 0, refused: 0 };
  let questions = 0;
  let length = 0;
  let done = 0;
  const end = (ending: ImportPreview['ending']): ImportPreview => ({ rows, totals, length, ending });
  for await (const line of lines) {
    if (isCancelled()) return end('cancelled');
    const row = look(line);
    totals[row.status] += 1;
    if (row.status === 'new' || row.status === 'changed') length += row.length;
    const isKept = done < rowLimit || (asks(row) && questions < questionLimit);
    if (isKept) rows.push(row);
    if (isKept && done >= rowLimit) questions += 1;
    done += 1;
    report({ done, share: Math.min(1, (line.file + line.line.share) / Math.max(1, files)) });
  }
  return end(isCancelled() ? 'cancelled' : 'complete');
}

function asks({ encodings, columns }: PreviewedArticle): boolean {
  return encodings.length > 0 || columns !== null;
}

export function failedPreview(ending: Failure): ImportPreview {
  return { rows: [], totals: { new: 0, there: 0, changed: 0, refused: 0 }, length: 0, ending };
}
