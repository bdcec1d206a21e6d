/** A table whose beginning has been looked at: its encoding, its columns, and what they hold. */
import { ok, type Result } from '#shared/text/result.ts';
import { articleSizeLimit, type ArticleRefusal } from '../article-refusal.ts';
import type { ArticleSource, ReadingChoices, TableColumns } from '../article-reader.ts';
import { createRecordSplitter, type TableRecord } from './record-splitter.ts';
import {
  beginningRecords,
  columnNames,
  delimiterOf,
  guessedColumns,
  hasHeader,
  namedDelimiter,
  type Delimiter,
} from './table-layout.ts';
import { piecedText, type PiecedText } from './text-pieces.ts';

export interface OpenTable {
  readonly encoding: string;
  readonly delimiter: Delimiter;
  /** Of its columns, as `columns` calls them. */
  readonly names: readonly string[];
  /** As they were chosen, else as they are certain from their names. */
  readonly columns: TableColumns | null;
  /** The first records below the header, their cells shortened. */
  readonly examples: readonly (readonly string[])[];
  /** Every record that is not blank, but for the header and the line that names the delimiter. */
  readonly records: () => AsyncIterable<{ readonly record: TableRecord; readonly share: number }>;
}

/** Of a file, this much is looked at, in UTF-16 units. */
const beginningLength = 256 * 1024;
const exampleLength = 120;
/** An article of the largest size with all else that may stand beside it. */
const recordLimit = articleSizeLimit + 1024 * 1024;

export async function openTable(
  source: ArticleSource,
  choices: ReadingChoices,
): Promise<Result<OpenTable, ArticleRefusal>> {
  const text = await piecedText(source, choices);
  if (!text.ok) return text;
  const { beginning, isWhole } = await beginningOf(text.value);
  const named = namedDelimiter(beginning);
  const ofEnding = /\.(?:tsv|tab)$/iu.test(source.file) ? '\t' : undefined;
  const delimiter = named ?? ofEnding ?? delimiterOf(beginning, isWhole);
  const looked = beginningRecords(beginning, delimiter, isWhole).slice(named === undefined ? 0 : 1);
  const chosen = choices.columns;
  const headerNames = columnNames(looked, true);
  const isChosenByHeader = chosen !== undefined && headerNames.includes(chosen.text);
  const isHeaded = isChosenByHeader || hasHeader(looked);
  const names = isHeaded ? headerNames : columnNames(looked, false);
  const below = isHeaded ? looked.slice(1) : looked;
  return ok({
    encoding: text.value.encoding,
    delimiter,
    names,
    columns: chosen ?? (isHeaded ? guessedColumns(names) : null),
    examples: below.slice(0, 3).map(({ cells }) => cells.map(shortCell)),
    records: () => recordsOf(text.value, delimiter, Number(isHeaded) + Number(named !== undefined)),
  });
}

async function beginningOf(text: PiecedText): Promise<{ readonly beginning: string; readonly isWhole: boolean }> {
  let beginning = '';
  for await (const piece of text.pieces()) {
    beginning += piece.text;
    if (beginning.length >= beginningLength) return { beginning, isWhole: piece.share === 1 };
  }
  return { beginning, isWhole: true };
}

async function* recordsOf(
  text: PiecedText,
  delimiter: Delimiter,
  /** How many records at the beginning hold no article. */
  passedOver: number,
): AsyncGenerator<{ readonly record: TableRecord; readonly share: number }> {
  const splitter = createRecordSplitter(delimiter, recordLimit);
  let left = passedOver;
  const kept = function* kept(records: readonly TableRecord[], share: number) {
    for (const record of records) {
      const isBlank = record.fault === null && record.cells.every((cell) => cell.trim() === '');
      if (isBlank) continue;
      if (left === 0) yield { record, share };
      else left -= 1;
    }
  };
  for await (const piece of text.pieces()) yield* kept(splitter.write(piece.text), piece.share);
  yield* kept(splitter.end(), 1);
}

function shortCell(cell: string): string {
  const line = cell.replace(/[\s\p{Z}\p{Cc}]+/gu, ' ').trim();
  const characters = Array.from(line.slice(0, 4 * exampleLength));
  return characters.length <= exampleLength ? line : `${characters.slice(0, exampleLength - 1).join('')}…`;
}
