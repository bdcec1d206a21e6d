/** The package of an EPUB (EPUB 3.3, 5): what the book says of itself, and its chapters in reading order. */
import { posix } from 'node:path';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { XmlPackage } from '../archive/xml-package.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import type { ArticleFacts } from '../plain-text/frozen-article.ts';
import { attributeOf, type XmlElement } from '../xml/xml-reader.ts';

export interface Book {
  readonly facts: ArticleFacts;
  /** Paths of XHTML in the archive. */
  readonly chapters: readonly string[];
  /** Parts of the reading order that are no text, or that are not there. */
  readonly leftOut: readonly string[];
}

interface ManifestItem {
  readonly path: string;
  readonly type: string;
  readonly isNavigation: boolean;
}

export async function readBook(file: string, parts: XmlPackage): Promise<Result<Book, ArticleRefusal>> {
  const root = await packagePath(parts);
  if (!root.ok) return root;
  if (root.value === null) return err({ type: 'ArticlePartMissing', file, kind: 'book', part: 'rootfile' });
  const items = new Map<string, ManifestItem>();
  const spine: string[] = [];
  const found = new Map<string, string>();
  const folder = posix.dirname(root.value);
  let name = '';
  const read = await parts.read(root.value, {
    open: (element) => {
      name = element.uri === 'http://purl.org/dc/elements/1.1/' && !found.has(element.local) ? element.local : '';
      if (element.local === 'item') addItem(items, folder, element);
      if (element.local === 'itemref') spine.push(attributeOf(element, 'idref') ?? '');
    },
    text: (text) => {
      if (name !== '') found.set(name, `${found.get(name) ?? ''}${text}`);
    },
    close: () => {
      name = '';
    },
  });
  if (!read.ok) return read;
  // A chapter stands in a book once (EPUB 3.3, 5.7.3).
  const ordered = [...new Set(spine)].flatMap((id) => {
    const item = items.get(id);
    return item === undefined || item.isNavigation ? [] : [item];
  });
  const isChapter = ({ path, type }: ManifestItem): boolean =>
    /^(?:application\/xhtml\+xml|text\/html)$/u.test(type) && parts.has(path);
  const encrypted = await encryptedPaths(parts);
  if (!encrypted.ok) return encrypted;
  if (ordered.some(({ path }) => encrypted.value.has(path)))
    return err({ type: 'ArticleEncrypted', file, kind: 'a book' });
  return ok({
    facts: {
      title: found.get('title'),
      author: found.get('creator'),
      source: found.get('publisher'),
      date: found.get('date'),
    },
    chapters: ordered.filter(isChapter).map(({ path }) => path),
    leftOut: ordered.filter((item) => !isChapter(item)).map(({ path }) => path),
  });
}

async function packagePath(parts: XmlPackage): Promise<Result<string | null, ArticleRefusal>> {
  let path: string | null = null;
  const read = await parts.read('META-INF/container.xml', {
    open: (element) => {
      if (element.local === 'rootfile') path ??= attributeOf(element, 'full-path') ?? null;
    },
  });
  return read.ok ? ok(path) : read;
}

function addItem(items: Map<string, ManifestItem>, folder: string, element: XmlElement): void {
  const path = posix.join(folder, unescaped((attributeOf(element, 'href') ?? '').replace(/[?#].*$/u, '')));
  const properties = attributeOf(element, 'properties') ?? '';
  items.set(attributeOf(element, 'id') ?? '', {
    path,
    type: attributeOf(element, 'media-type') ?? '',
    isNavigation: properties.split(/\s+/u).includes('nav'),
  });
}

/** Fonts are often scrambled, which harms nothing; chapters are only where the book is locked. */
async function encryptedPaths(parts: XmlPackage): Promise<Result<ReadonlySet<string>, ArticleRefusal>> {
  const paths = new Set<string>();
  if (!parts.has('META-INF/encryption.xml')) return ok(paths);
  const read = await parts.read('META-INF/encryption.xml', {
    open: (element) => {
      if (element.local === 'CipherReference') paths.add(unescaped(attributeOf(element, 'URI') ?? ''));
    },
  });
  return read.ok ? ok(paths) : read;
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
