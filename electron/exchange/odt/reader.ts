/** OpenDocument texts (.odt) as articles. */
import { err, ok, type Result } from '#shared/text/result.ts';
import { packedReader, type PackedArticle } from '../archive/packed-article.ts';
import { readProperties } from '../archive/properties.ts';
import type { XmlPackage } from '../archive/xml-package.ts';
import type { ArticleReader } from '../article-reader.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import type { ArticleFacts } from '../plain-text/frozen-article.ts';
import { createContentText } from './content-text.ts';

const kind = 'an OpenDocument text';

export const odtReader: ArticleReader = packedReader({ endings: ['.odt', '.ott'], kind, articleOf });

async function articleOf(file: string, parts: XmlPackage): Promise<Result<PackedArticle, ArticleRefusal>> {
  const encrypted = await isEncrypted(parts);
  if (!encrypted.ok) return encrypted;
  if (encrypted.value) return err({ type: 'ArticleEncrypted', file, kind });
  const content = createContentText();
  const read = await parts.read('content.xml', content.handler);
  if (!read.ok) return read;
  const facts = await metaFacts(parts);
  if (!facts.ok) return facts;
  const running = await hasRunningText(parts);
  if (!running.ok) return running;
  const { deletions, notes, comments } = content.counts();
  const said = [
    ...(deletions > 0 ? [`It has tracked changes: ${deletions} deleted passages were left out.`] : []),
    ...(notes > 0 ? [`Footnotes and endnotes were left out (${notes}).`] : []),
    ...(comments > 0 ? [`Comments were left out (${comments}).`] : []),
    ...(running.value ? ['Headers and footers were left out.'] : []),
  ];
  return ok({ text: content.text(), facts: facts.value, notes: said });
}

/** Is there something to read in its headers and footers? They are part of the styles (ODF 1.3 Part 3, 16.10). */
async function hasRunningText(parts: XmlPackage): Promise<Result<boolean, ArticleRefusal>> {
  if (!parts.has('styles.xml')) return ok(false);
  let depth = 0;
  let isFound = false;
  const isRunning = (local: string): boolean => /^(?:header|footer)(?:-left|-first)?$/u.test(local);
  const read = await parts.read('styles.xml', {
    open: ({ local }) => {
      if (isRunning(local)) depth += 1;
    },
    close: ({ local }) => {
      if (isRunning(local)) depth -= 1;
    },
    text: (text) => {
      if (depth > 0 && /\S/u.test(text)) isFound = true;
    },
  });
  return read.ok ? ok(isFound) : read;
}

async function isEncrypted(parts: XmlPackage): Promise<Result<boolean, ArticleRefusal>> {
  if (!parts.has('META-INF/manifest.xml')) return ok(false);
  let found = false;
  const read = await parts.read('META-INF/manifest.xml', {
    open: ({ local }) => {
      if (local === 'encryption-data') found = true;
    },
  });
  return read.ok ? ok(found) : read;
}

/** ODF 1.3 Part 3, 4.3; whoever wrote it first is its author. */
async function metaFacts(parts: XmlPackage): Promise<Result<ArticleFacts, ArticleRefusal>> {
  const said = await readProperties(parts, 'meta.xml');
  if (!said.ok) return said;
  const { value } = said;
  return ok({
    title: value.get('title'),
    author: value.get('initial-creator') ?? value.get('creator'),
    date: value.get('creation-date') ?? value.get('date'),
  });
}
