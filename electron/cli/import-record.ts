/** What an import did, article by article, and how it is told. */
import { basename } from 'node:path';
import type { ArticleRefusal } from '#electron/exchange/article-refusal.ts';
import { hasArticleLinesEnding } from '#electron/exchange/articles-jsonl/ending.ts';
import { lineRefusalSentence, type LineRefusal } from '#electron/exchange/articles-jsonl/line-refusal.ts';
import type { ImportedDocument } from '#electron/workbench/workbench.ts';
import { table } from './table.ts';

export interface ImportEntry {
  readonly document: string;
  readonly documentId: string | null;
  readonly status: ImportedDocument['status'] | 'refused';
  readonly reason: string;
  readonly path: string;
  /** From 1; `null` where the file is one article. */
  readonly line: number | null;
}

export interface ImportRecord {
  readonly took: (path: string, line: number, answer: ImportedDocument, notes: readonly string[]) => void;
  readonly refused: (path: string, line: number, refusal: LineRefusal | ArticleRefusal) => void;
  readonly count: (status: ImportEntry['status']) => number;
  readonly entries: readonly ImportEntry[];
  readonly complaints: () => readonly string[];
  /** The table of the articles that came as files of their own, and the tally of all. */
  readonly text: () => string;
}

/** How many refused lines of one file are named where not all are asked for. */
const linesNamed = 20;

/** @param all whether every line of a large file has an entry; without, memory does not grow with the file */
export function createImportRecord(all: boolean): ImportRecord {
  const entries: ImportEntry[] = [];
  const counts = new Map<ImportEntry['status'], number>();
  const complaints: string[] = [];
  const refusedLines = new Map<string, number>();
  let noted = 0;

  const add = (entry: ImportEntry): void => {
    counts.set(entry.status, (counts.get(entry.status) ?? 0) + 1);
    if (all || !hasArticleLinesEnding(entry.path)) entries.push(entry);
  };
  return {
    entries,
    count: (status) => counts.get(status) ?? 0,
    took: (path, line, { document, documentId, status, reason }, notes) => {
      if (notes.length > 0) noted += 1;
      const sentences = [reason, ...notes].filter((sentence) => sentence !== '').join(' ');
      add({ document, documentId, status, reason: sentences, path, line: line === 0 ? null : line });
    },
    refused: (path, line, refusal) => {
      const reason = lineRefusalSentence(refusal);
      const number = (refusedLines.get(path) ?? 0) + 1;
      if (line > 0) refusedLines.set(path, number);
      if (line === 0 || number <= linesNamed) complaints.push(reason);
      const document = line === 0 ? basename(path) : `${basename(path)}:${line}`;
      add({ document, documentId: null, status: 'refused', reason, path, line: line === 0 ? null : line });
    },
    complaints: () => [
      ...complaints,
      ...[...refusedLines]
        .filter(([, number]) => number > linesNamed)
        .map(([path, number]) => `${basename(path)}: and ${shown(number - linesNamed)} more. --json names them all.`),
    ],
    text: () => {
      const rows = entries.flatMap(({ document, status, reason, path }) =>
        status === 'refused' || hasArticleLinesEnding(path) ? [] : [[status, document, reason]],
      );
      const tally = (['added', 'already there', 'refused'] as const)
        .map((status) => `${shown(counts.get(status) ?? 0)} ${status}`)
        .join(', ');
      const left = noted === 0 ? '' : `Fields left out in ${shown(noted)} of them. --json says which and why.\n`;
      return `${table(rows)}${tally}.\n${left}`;
    },
  };
}

function shown(number: number): string {
  return number.toLocaleString('en');
}
