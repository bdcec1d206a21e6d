import { ok, type Result } from '#shared/text/result.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import type { XmlPackage } from './xml-package.ts';

/** What a document says of itself in a part of its own: the text of each element, by its local name. Empty without the part. */
export async function readProperties(
  parts: XmlPackage,
  path: string,
): Promise<Result<ReadonlyMap<string, string>, ArticleRefusal>> {
  const found = new Map<string, string>();
  if (!parts.has(path)) return ok(found);
  let name = '';
  const read = await parts.read(path, {
    open: ({ local }) => {
      name = local;
    },
    text: (text) => {
      found.set(name, `${found.get(name) ?? ''}${text}`);
    },
    close: () => {
      name = '';
    },
  });
  return read.ok ? ok(found) : read;
}
