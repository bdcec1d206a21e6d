/** Word documents (.docx) as articles. */
import { err, ok, type Result } from '#shared/text/result.ts';
import { packedReader, type PackedArticle } from '../archive/packed-article.ts';
import { readProperties } from '../archive/properties.ts';
import type { XmlPackage } from '../archive/xml-package.ts';
import type { ArticleReader } from '../article-reader.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import type { ArticleFacts } from '../plain-text/frozen-article.ts';
import { attributeOf } from '../xml/xml-reader.ts';
import { createDocumentText, type LeftOut } from './document-text.ts';

export const docxReader: ArticleReader = packedReader({
  endings: ['.docx', '.docm'],
  kind: 'a Word document',
  articleOf,
});

async function articleOf(_file: string, parts: XmlPackage): Promise<Result<PackedArticle, ArticleRefusal>> {
  const main = await mainPart(parts);
  if (!main.ok) return main;
  const document = createDocumentText();
  const read = await parts.read(main.value, document.handler);
  if (!read.ok) return read;
  const facts = await coreFacts(parts);
  if (!facts.ok) return facts;
  const running = await hasRunningText(parts);
  if (!running.ok) return running;
  const notes = [...leftOutNotes(document.counts()), ...(running.value ? ['Headers and footers were left out.'] : [])];
  return ok({ text: document.text(), facts: facts.value, notes });
}

/** Named by the package's relationships (ECMA-376 Part 2), and `word/document.xml` in all but a few files. */
async function mainPart(parts: XmlPackage): Promise<Result<string, ArticleRefusal>> {
  const usual = 'word/document.xml';
  if (parts.has(usual) || !parts.has('_rels/.rels')) return ok(usual);
  let target = usual;
  const read = await parts.read('_rels/.rels', {
    open: (element) => {
      const isMain = (attributeOf(element, 'Type') ?? '').endsWith('/officeDocument');
      if (isMain) target = (attributeOf(element, 'Target') ?? usual).replace(/^\//u, '');
    },
  });
  return read.ok ? ok(target) : err(read.error);
}

/** Is there something to read in its headers and footers? */
async function hasRunningText(parts: XmlPackage): Promise<Result<boolean, ArticleRefusal>> {
  for (const name of parts.names.filter((one) => /^word\/(?:header|footer)\d*\.xml$/u.test(one)).slice(0, 100)) {
    const running = createDocumentText();
    const read = await parts.read(name, running.handler);
    if (!read.ok) return read;
    if (running.text() !== '') return ok(true);
  }
  return ok(false);
}

/** What the document says of itself (ECMA-376 Part 2, 11). */
async function coreFacts(parts: XmlPackage): Promise<Result<ArticleFacts, ArticleRefusal>> {
  const said = await readProperties(parts, 'docProps/core.xml');
  if (!said.ok) return said;
  const { value } = said;
  return ok({ title: value.get('title'), author: value.get('creator'), date: value.get('created') });
}

function leftOutNotes({ deletions, insertions, notes, comments, hidden, symbols }: LeftOut): readonly string[] {
  const said: string[] = [];
  if (deletions + insertions > 0) {
    said.push(
      `It has tracked changes: ${counted(insertions, 'insertion')} taken as accepted, ${counted(deletions, 'deletion')} left out.`,
    );
  }
  if (notes > 0) said.push(`${counted(notes, 'footnote or endnote')} left out.`);
  if (comments > 0) said.push(`${counted(comments, 'comment')} left out.`);
  if (hidden > 0) said.push(`Hidden words were left out (${hidden} characters).`);
  if (symbols > 0) said.push(`${counted(symbols, 'sign')} of special fonts shown as “\ufffd”.`);
  return said.map((note) => note.replace(/^o/u, 'O'));
}

function counted(count: number, what: string): string {
  return count === 1 ? `one ${what} was` : `${count} ${what.replace(' or ', 's or ')}s were`;
}
