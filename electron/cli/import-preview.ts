/** What `import --dry-run` answers: everything is read, nothing is written. */
import type { PreviewedArticle, PreviewStatus } from '#shared/contract/import-preview.ts';
import { printable } from '#shared/domain/refusal.ts';
import type { PathChoices } from '#electron/exchange/read-articles.ts';
import { readAhead } from '#electron/exchange/read-ahead/read-ahead.ts';
import { createImportPreview } from '#electron/workbench/import-preview.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Answer, Surroundings } from './command.ts';
import { table } from './table.ts';

export interface ImportPath {
  /** As it was given. */
  readonly path: string;
  /** Absolute. */
  readonly at: string;
}

const statuses: Readonly<Record<PreviewStatus, string>> = {
  new: 'new',
  there: 'already there',
  changed: 'changed version',
  refused: 'refused',
};

export async function previewPaths(
  workbench: Workbench,
  paths: readonly ImportPath[],
  choices: PathChoices,
  { progress, readAhead: script }: Surroundings,
): Promise<Answer> {
  const files = paths.map(({ at }) => at);
  const look = createImportPreview(workbench, files);
  const counts: Record<PreviewStatus, number> = { new: 0, there: 0, changed: 0, refused: 0 };
  const rows: PreviewedArticle[] = [];
  try {
    for await (const read of readAhead(files, { script, choices, prepares: false })) {
      const row = look(read);
      counts[row.status] += 1;
      rows.push(row);
      progress.show(rows.length, (read.file + read.line.share) / paths.length);
    }
  } finally {
    progress.clear();
  }
  const tally = (['new', 'changed', 'there', 'refused'] as const)
    .map((status) => `${counts[status].toLocaleString('en')} ${statuses[status]}`)
    .join(', ');
  return {
    json: rows.map((row) => entryOf(row, paths[row.file]?.path ?? '')),
    text: `${table(rows.map(rowOf))}${rows.map(questionOf).join('')}${tally}. Nothing was written.\n`,
    isRefused: rows.length === counts.refused,
  };
}

function entryOf(row: PreviewedArticle, path: string) {
  const { file: _file, inside, line, name, status, sentence, ...rest } = row;
  const at = { path: `${path}${inside}`, line: line === 0 ? null : line };
  return { document: name, status: statuses[status], reason: sentence, ...at, ...rest };
}

function rowOf({ status, name, title, length, encoding, source, date, sentence }: PreviewedArticle) {
  if (status === 'refused') return [statuses[status], printable(name), '', '', '', sentence];
  const told = [sentence, source, date].filter((part) => part !== '').join(' · ');
  return [statuses[status], printable(name), length, encoding, printable(title), printable(told)];
}

/** What a file is refused for until somebody decides it. */
function questionOf({ name, encodings, columns }: PreviewedArticle): string {
  const readings = encodings.map(({ encoding, excerpt }) => [`    ${encoding}`, `“${printable(excerpt)}”`]);
  const examples = (columns?.names ?? []).map((column, at) => [
    `    ${printable(column)}`,
    ...(columns?.rows ?? []).map((cells) => printable(cells[at] ?? '')),
  ]);
  if (readings.length + examples.length === 0) return '';
  const head = readings.length > 0 ? 'may be written in' : 'has the columns';
  return `  “${printable(name)}” ${head}\n${table(readings.length > 0 ? readings : examples)}`;
}
