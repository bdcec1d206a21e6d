/** What an import did, article by article, and how it is told. */
import { basename } from 'node:path';
import { holdsOneArticle } from '#electron/exchange/read-articles.ts';
import { readRefusalSentence, type ReadRefusal } from '#electron/exchange/read-refusal.ts';
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
  readonly refused: (path: string, line: number, refusal: ReadRefusal) => void;
  readonly count: (status: ImportEntry['status']) => number;
  readonly entries: readonly ImportEntry[];
  readonly complaints: () => readonly string[];
  /** The table of the articles that came as files of their own, and the tally of all. */
  readonly text: () => string;
}

/** How many refused lines of one file are named where not all are asked for, and how many files. */
const linesNamed = 20;
const filesNamed = 1000;

/** @param all whether every line of a large file has an entry; without, memory does not grow with the file */
export function createImportRecord(all: boolean): ImportRecord {
  const entries: ImportEntry[] = [];
  const counts = new Map<ImportEntry['status'], number>();
  const complaints: string[] = [];
  const refusedLines = new Map<string, number>();
  let noted = 0;
  let changed = 0;

  const add = (entry: ImportEntry): void => {
    counts.set(entry.status, (counts.get(entry.status) ?? 0) + 1);
    if (all || (entry.line === null && entries.length < filesNamed)) entries.push(entry);
  };
  return {
    entries,
    count: (status) => counts.get(status) ?? 0,
    took: (path, line, { document, documentId, status, reason, versionOf }, notes) => {
      if (versionOf !== undefined) changed += 1;
      if (notes.length > 0) noted += 1;
      const sentences = [reason, ...notes].filter((sentence) => sentence !== '').join(' ');
      add({ document, documentId, status, reason: sentences, path, line: line === 0 ? null : line });
    },
    refused: (path, line, refusal) => {
      const reason = readRefusalSentence(refusal);
      const number = (refusedLines.get(path) ?? 0) + 1;
      if (line > 0) refusedLines.set(path, number);
      if (line === 0 || number <= linesNamed) complaints.push(reason);
      const file = basename(refusal.file);
      const document = line === 0 ? file : `${file}:${line}`;
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
        status === 'refused' || !holdsOneArticle(path) ? [] : [[status, document, reason]],
      );
      const tally = (['added', 'already there', 'refused'] as const)
        .map((status) => `${shown(counts.get(status) ?? 0)} ${status}`)
        .join(', ');
      const versions =
        changed === 0
          ? ''
          : `Changed versions of articles that were there: ${shown(changed)}. “orphans” lists what has no place in them.\n`;
      const left =
        noted === 0 ? '' : `Left out or changed on the way in ${shown(noted)} of them. --json says what and why.\n`;
      return `${table(rows)}${tally}.\n${versions}${left}`;
    },
  };
}

function shown(number: number): string {
  return number.toLocaleString('en');
}
