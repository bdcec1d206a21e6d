/** What a preview shows of a table, so that somebody can say which column is what. */
import { ok, type Result } from '#shared/text/result.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import type { ArticleSource, ReadingChoices, TableColumns } from '../article-reader.ts';
import { openTable } from './open-table.ts';
import type { Delimiter } from './table-layout.ts';

export interface TablePreview {
  readonly delimiter: Delimiter;
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[];
  /** As chosen, else as certain from the names; `null` where the text must be chosen. */
  readonly guessed: TableColumns | null;
}

export async function previewTable(
  source: ArticleSource,
  choices: ReadingChoices = {},
): Promise<Result<TablePreview, ArticleRefusal>> {
  const table = await openTable(source, choices);
  if (!table.ok) return table;
  const { delimiter, names, columns, examples } = table.value;
  return ok({
    delimiter,
    columns: names.map((name, at) => ({ name, examples: examples.map((cells) => cells[at] ?? '') })),
    guessed: columns,
  });
}
