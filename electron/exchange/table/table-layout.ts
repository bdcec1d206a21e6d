/** What a table looks like from its beginning: what parts its cells, whether it has a header, which column is what. */
import type { TableColumns } from '../article-reader.ts';
import { createRecordSplitter, type TableRecord } from './record-splitter.ts';

const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const recordsLooked = 100;

/** As Excel's own first line says it, `sep=;`, which is no record. */
export function namedDelimiter(beginning: string): Delimiter | undefined {
  const named = /^"?sep=([^\r\n])"?(?=[\r\n])/iu.exec(beginning)?.[1];
  return delimiters.find((delimiter) => delimiter === named);
}

/** The delimiter that gives most records the same number of cells, and more than one. */
export function delimiterOf(beginning: string, isWhole: boolean): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const records = beginningRecords(beginning, delimiter, isWhole);
    const counts = records.map(({ cells }) => cells.length);
    const usual = mostFrequent(counts);
    const share = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
    // The share decides; among equals, more columns.
    const score = usual < 2 ? 0 : share * 1000 + Math.min(usual, 999);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The first records, without the last where it may be cut. */
export function beginningRecords(beginning: string, delimiter: Delimiter, isWhole: boolean): readonly TableRecord[] {
  const splitter = createRecordSplitter(delimiter, beginning.length + 1);
  const records = [...splitter.write(beginning)];
  if (isWhole || records.length === 0) records.push(...splitter.end());
  return records.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).slice(0, recordsLooked);
}

const knownNames: Readonly<Record<keyof TableColumns, readonly string[]>> = {
  text: [
    'text',
    'content',
    'body',
    'article',
    'fulltext',
    'articletext',
    'maintext',
    'articlebody',
    'bodytext',
    'story',
  ],
  title: ['title', 'headline', 'heading', 'subject'],
  identifier: ['id', 'identifier', 'docid', 'documentid', 'articleid', 'guid', 'uuid', 'key'],
  source: ['source', 'outlet', 'publisher', 'publication', 'newspaper', 'sourcename', 'site', 'medium'],
  author: ['author', 'byline', 'authors', 'writer'],
  date: ['date', 'published', 'publishedat', 'publicationdate', 'publishdate', 'pubdate', 'datetime', 'timestamp'],
  url: ['url', 'link', 'href', 'permalink', 'address'],
};

function plainName(cell: string): string {
  return cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The first record names columns if it has a name that we know, or if it could not be anything else. */
export function hasHeader(records: readonly TableRecord[]): boolean {
  const [first, ...others] = records;
  if (first === undefined || first.fault !== null) return false;
  const names = first.cells.map(plainName);
  const known = new Set(Object.values(knownNames).flat());
  if (names.some((name) => known.has(name))) return true;
  const isNameLike = first.cells.every(
    (cell) => cell.trim() !== '' && cell.length <= 40 && !/\d{3}|[.!?]\s*$|\n/u.test(cell),
  );
  return (
    isNameLike &&
    new Set(names).size === names.length &&
    others.some(({ cells }) => cells.some((cell) => cell.length > 200))
  );
}

/** Names of columns as they are chosen by: the header's, made different where it has one twice, or numbers from 1. */
export function columnNames(records: readonly TableRecord[], isHeaded: boolean): readonly string[] {
  const [first] = records;
  if (!isHeaded || first === undefined) {
    const most = Math.max(0, ...records.map(({ cells }) => cells.length));
    return Array.from({ length: most }, (_, at) => String(at + 1));
  }
  const known = new Map<string, number>();
  return first.cells.map((cell, at) => {
    const name = cell.trim() === '' ? String(at + 1) : cell.trim();
    const count = (known.get(name) ?? 0) + 1;
    known.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** By the names alone: a table without a column that is called a text is asked about. */
export function guessedColumns(names: readonly string[]): TableColumns | null {
  const plain = names.map(plainName);
  const found = (fact: keyof TableColumns): string | undefined => {
    const name = knownNames[fact].find((known) => plain.includes(known));
    return name === undefined ? undefined : names[plain.indexOf(name)];
  };
  const text = found('text');
  if (text === undefined) return null;
  const facts = (['title', 'identifier', 'source', 'author', 'date', 'url'] as const).flatMap((fact) => {
    const name = found(fact);
    return name === undefined ? [] : [[fact, name] as const];
  });
  return { text, ...Object.fromEntries(facts) };
}

function mostFrequent(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}
