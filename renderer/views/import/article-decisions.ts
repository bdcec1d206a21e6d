/** What is decided about files that ask for an encoding or for columns. */
import type { ArticleChoice } from '#shared/contract/app-requests.ts';
import type { PreviewedArticle } from '#shared/contract/import-preview.ts';

export type Columns = NonNullable<ArticleChoice['columns']>;

export interface Decision {
  readonly encoding?: string;
  /** Without one for the text nothing is decided yet. */
  readonly columns?: Partial<Columns>;
}

/** By `fileKey`. */
export type Decisions = ReadonlyMap<string, Decision>;

/** Names a file of those chosen. */
export function fileKey({ file, inside }: Pick<PreviewedArticle, 'file' | 'inside'>): string {
  return `${file}${inside}`;
}

export function isQuestion({ encodings, columns }: PreviewedArticle): boolean {
  return encodings.length > 0 || columns !== null;
}

/** Only what is decided: a table without a column for its text is asked about again. */
export function choicesOf(files: readonly PreviewedArticle[], decided: Decisions): readonly ArticleChoice[] {
  return files.flatMap((row): readonly ArticleChoice[] => {
    const { file, inside } = row;
    const { encoding, columns } = decided.get(fileKey(row)) ?? {};
    const text = columns?.text;
    if (encoding === undefined && text === undefined) return [];
    return [
      {
        file,
        inside,
        ...(encoding === undefined ? {} : { encoding }),
        ...(text === undefined ? {} : { columns: { ...columns, text } }),
      },
    ];
  });
}
