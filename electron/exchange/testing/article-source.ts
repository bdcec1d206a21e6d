/** Articles in memory, for tests of their readers. */
import type { Result } from '#shared/text/result.ts';
import type { ArticleReader, ArticleSource, ReadArticle, ReadingChoices } from '../article-reader.ts';
import type { ArticleRefusal } from '../article-refusal.ts';

export function sourceOf(file: string, contents: Uint8Array | string, pieceSize = 1000): ArticleSource {
  const held = typeof contents === 'string' ? Buffer.from(contents) : contents;
  return {
    file,
    size: held.length,
    bytes: () => Promise.resolve(held),
    pieces: async function* pieces() {
      for (let at = 0; at < held.length; at += pieceSize) yield held.subarray(at, at + pieceSize);
    },
  };
}

export async function readAll(
  reader: ArticleReader,
  source: ArticleSource,
  choices: ReadingChoices = {},
): Promise<readonly ReadArticle[]> {
  const read: ReadArticle[] = [];
  for await (const article of reader.read(source, choices)) read.push(article);
  return read;
}

/** The article of a file that is one. */
export async function readOne(
  reader: ArticleReader,
  source: ArticleSource,
  choices: ReadingChoices = {},
): Promise<ReadArticle['article']> {
  const read = await readAll(reader, source, choices);
  const [only] = read;
  if (only === undefined || read.length > 1) throw new Error(`${read.length} articles`);
  return only.article;
}

export function refusalOf<T>(result: Result<T, ArticleRefusal>): ArticleRefusal {
  if (result.ok) throw new Error('was accepted');
  return result.error;
}
