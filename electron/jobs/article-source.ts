/** The articles of the chosen files, one after the other, whatever form each file has. */
import { fileSize } from '#electron/exchange/file-size.ts';
import { type AheadOptions, readAhead } from '#electron/exchange/read-ahead/read-ahead.ts';
import { holdsOneArticle } from '#electron/exchange/read-articles.ts';
import { readRefusalSentence } from '#electron/exchange/read-refusal.ts';
import type { PreparedDocument } from '#electron/workbench/workbench.ts';
import { err, ok, type Result } from '#shared/text/result.ts';

export interface SourceArticle {
  /** How much of all files has been read, 0…1, by bytes. */
  readonly share: number;
  /** The article, or the sentence that says why there is none. */
  readonly article: Result<PreparedDocument, string>;
  /** What was left out of it; mostly nothing. */
  readonly notes: readonly string[];
}

/** How many articles the files hold; `null` where one of them would have to be read to know. */
export function articleCount(paths: readonly string[]): number | null {
  return paths.every(holdsOneArticle) ? paths.length : null;
}

/** Reads each file when it is come to, or shortly before. */
export async function* readArticles(paths: readonly string[], options?: AheadOptions): AsyncGenerator<SourceArticle> {
  // A file that is not there counts as a byte: it is refused when it is come to.
  const sizes = paths.map((path) => Math.max(1, fileSize(path)));
  /** Bytes of all files before each. */
  const before: number[] = [];
  let whole = 0;
  for (const size of sizes) {
    before.push(whole);
    whole += size;
  }
  for await (const { file, line, prepared, packed } of readAhead(paths, options)) {
    const { share, article } = line;
    const read = Math.min(1, ((before[file] ?? 0) + share * (sizes[file] ?? 0)) / Math.max(1, whole));
    if (!article.ok) {
      yield { share: read, article: err(readRefusalSentence(article.error)), notes: [] };
      continue;
    }
    const { document, notes } = article.value;
    const where = line.line === 0 ? '' : ` (line ${line.line})`;
    const told = notes.map((note) => `“${document.name}”${where}: ${note}`);
    yield { share: read, article: ok({ ...document, prepared, packed }), notes: told };
  }
}
