/** CSV and TSV: each record an article. */
import { basename } from 'node:path';
import { err, ok, type Result } from '#shared/text/result.ts';
import { articleSizeLimit, megabytes, type ArticleRefusal } from '../article-refusal.ts';
import type { ArticleReader, ArticleSource, ReadArticle, ReadingChoices, TableColumns } from '../article-reader.ts';
import { factOf, originFacts, refusedWhole, webAddress } from '../plain-text/frozen-article.ts';
import { freezeText } from '../plain-text/freeze.ts';
import { shortTitle, titleOf } from '../plain-text/title.ts';
import { openTable, type OpenTable } from './open-table.ts';
import type { TableRecord } from './record-splitter.ts';

export const tableReader: ArticleReader = { endings: ['.csv', '.tsv', '.tab'], read };

async function* read(source: ArticleSource, choices: ReadingChoices): AsyncGenerator<ReadArticle> {
  const table = await openTable(source, choices);
  if (!table.ok) {
    yield refusedWhole(table.error);
    return;
  }
  const places = columnPlaces(source.file, table.value);
  if (!places.ok) {
    yield refusedWhole(places.error);
    return;
  }
  let isBlank = true;
  for await (const { record, share } of table.value.records()) {
    isBlank = false;
    yield { line: record.number, share, article: articleOf(source.file, table.value, places.value, record) };
  }
  if (isBlank) yield refusedWhole({ type: 'ArticleBlank', file: source.file });
}

type Places = { readonly [K in keyof TableColumns]: number | undefined };

/** Where the columns are that were chosen, or that are certain from their names. */
function columnPlaces(file: string, { names, columns, examples }: OpenTable): Result<Places, ArticleRefusal> {
  if (columns === null) return err({ type: 'ArticleColumnsUnknown', file, columns: names, rows: examples });
  const missing = Object.values(columns).find((name) => name !== undefined && !names.includes(name));
  if (missing !== undefined) return err({ type: 'ArticleColumnMissing', file, column: missing, columns: names });
  const place = (name: string | undefined): number | undefined =>
    name === undefined ? undefined : names.indexOf(name);
  const { text, title, identifier, source, author, date, url } = columns;
  return ok({
    text: place(text),
    title: place(title),
    identifier: place(identifier),
    source: place(source),
    author: place(author),
    date: place(date),
    url: place(url),
  });
}

function articleOf(file: string, table: OpenTable, places: Places, record: TableRecord): ReadArticle['article'] {
  const refuse = (reason: string) => err({ type: 'ArticleRecord', file, record: record.number, reason } as const);
  if (record.fault !== null) return refuse(record.fault);
  const cell = (place: number | undefined): string | undefined =>
    place === undefined ? undefined : record.cells[place];
  const column = `“${table.columns?.text ?? ''}”`;
  const written = cell(places.text);
  if (written === undefined) return refuse(`it has no cell in the column ${column}.`);
  if (written === '') return refuse(`its ${column} is empty. There is nothing to import.`);
  const size = Buffer.byteLength(written, 'utf8');
  if (size > articleSizeLimit) {
    return refuse(
      `its ${column} has ${megabytes(size)}; ${megabytes(articleSizeLimit)} is the most. Split it into articles.`,
    );
  }
  const frozen = freezeText(written);
  if (!frozen.ok) return refuse(`its ${column} holds ${faults[frozen.error]}.`);
  const { text, byteOrderMark, lineEnds } = frozen.value;
  const identifier = factOf(cell(places.identifier));
  const title = shortTitle(factOf(cell(places.title)) ?? '');
  const fileName = basename(file).toWellFormed();
  const name = identifier ?? (title === '' ? `${fileName}:${record.number}` : title);
  const facts = originFacts({
    identifier,
    author: cell(places.author),
    source: cell(places.source),
    date: cell(places.date),
    url: cell(places.url),
  });
  return ok({
    document: {
      name,
      title: title === '' ? titleOf(fileName, text) : title,
      text,
      origin: { file: fileName, encoding: table.encoding, byteOrderMark, lineEnds, line: record.number, ...facts },
    },
    notes: leftOut(cell, places),
  });
}

const factNames = ['title', 'identifier', 'source', 'author', 'date'] as const;

/** What is given and cannot be a line of text is left out, and that is said. */
function leftOut(cell: (place: number | undefined) => string | undefined, places: Places): readonly string[] {
  const isLost = (given: string | undefined): boolean => (given ?? '').trim() !== '' && factOf(given) === undefined;
  const lost = factNames.filter((fact) => isLost(cell(places[fact]))).map((fact) => `Its ${fact}`);
  const address = cell(places.url);
  if ((address ?? '').trim() !== '' && webAddress(address) === undefined) lost.push('Its address');
  return lost.map((what) => `${what} could not be read as one, and was left out.`);
}

const faults = {
  nul: 'a NUL character',
  'half character': 'half a character (a lone surrogate)',
  blank: 'nothing but blank space. There is nothing to import',
} as const;
