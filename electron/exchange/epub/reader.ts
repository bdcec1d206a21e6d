/** Books (.epub) as articles: one document a book, its chapters in reading order. */
import { ok, err, type Result } from '#shared/text/result.ts';
import { printable } from '#shared/domain/refusal.ts';
import { packedReader, type PackedArticle } from '../archive/packed-article.ts';
import type { XmlPackage } from '../archive/xml-package.ts';
import type { ArticleReader } from '../article-reader.ts';
import { articleSizeLimit, type ArticleRefusal } from '../article-refusal.ts';
import { wholePageText } from '../html/page.ts';
import { htmlRefusal } from '../html/reader.ts';
import { decodeXml } from '../xml/xml-encoding.ts';
import { readBook } from './book.ts';

export const epubReader: ArticleReader = packedReader({ endings: ['.epub'], kind: 'a book', articleOf });

async function articleOf(file: string, parts: XmlPackage): Promise<Result<PackedArticle, ArticleRefusal>> {
  const book = await readBook(file, parts);
  if (!book.ok) return book;
  const chapters: string[] = [];
  let length = 0;
  for (const path of book.value.chapters) {
    const text = await chapterText(file, parts, path);
    if (!text.ok) return text;
    length += text.value.length;
    if (length > articleSizeLimit) return err({ type: 'ArticleTooLarge', file, size: length });
    if (text.value !== '') chapters.push(text.value);
  }
  const { leftOut } = book.value;
  const names = leftOut.slice(0, 10).map((path) => `“${printable(path)}”`);
  const notes =
    leftOut.length === 0 ? [] : [`Parts that hold no text were left out (${leftOut.length}): ${names.join(', ')}.`];
  return ok({ text: chapters.join('\n\n'), facts: book.value.facts, notes });
}

/** Chapters are XHTML, and may have the document type that XML parts may not: they are read as HTML is. */
async function chapterText(file: string, parts: XmlPackage, path: string): Promise<Result<string, ArticleRefusal>> {
  const bytes = await parts.bytes(path);
  if (!bytes.ok) return bytes;
  const decoded = decodeXml(bytes.value);
  if (!decoded.ok) return err({ type: 'ArticleXml', file, part: path, fault: decoded.error });
  const page = await wholePageText(decoded.value, true);
  return page.ok ? ok(page.value.text) : err(htmlRefusal(file, page.error));
}
