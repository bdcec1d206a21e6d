/** One document that is an archive of XML parts: .docx, .odt, .epub. Every part is looked at before it is believed. */
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ArticleRefusal } from '../article-refusal.ts';
import { decodeXml } from '../xml/xml-encoding.ts';
import { parseXml, type XmlHandler } from '../xml/xml-reader.ts';
import { openArchive, type Archive } from './archive.ts';
import { documentArchiveLimits } from './limits.ts';

export interface XmlPackage {
  readonly names: readonly string[];
  readonly has: (part: string) => boolean;
  /** The bytes of a part; a part that is missing is a refusal. */
  readonly bytes: (part: string) => Promise<Result<Uint8Array, ArticleRefusal>>;
  /** Goes through the XML of a part. */
  readonly read: (part: string, handler: XmlHandler) => Promise<Result<null, ArticleRefusal>>;
  readonly close: () => void;
}

/** The largest part that is read, in bytes unpacked. */
const partLimit = 64 * 1024 * 1024;

/** @param kind with its article, for sentences: “a Word document” */
export async function openXmlPackage(
  file: string,
  bytes: Uint8Array,
  kind: string,
): Promise<Result<XmlPackage, ArticleRefusal>> {
  const old = oldOfficeRefusal(file, bytes, kind);
  if (old !== null) return err(old);
  const opened = await openArchive({ file, bytes }, documentArchiveLimits);
  if (!opened.ok) return err({ type: 'ArticleArchive', file, refusal: opened.error });
  const archive = opened.value;
  return ok({
    names: archive.entries.map(({ name }) => name),
    has: (part) => archive.find(part) !== undefined,
    bytes: (part) => partBytes(archive, part, kind),
    read: async (part, handler) => {
      const contents = await partBytes(archive, part, kind);
      if (!contents.ok) return contents;
      const text = decodeXml(contents.value);
      const fault = text.ok ? parseXml(text.value, handler) : text.error;
      return fault === null ? ok(null) : err({ type: 'ArticleXml', file, part, fault });
    },
    close: archive.close,
  });
}

async function partBytes(archive: Archive, part: string, kind: string): Promise<Result<Uint8Array, ArticleRefusal>> {
  const { file } = archive;
  const entry = archive.find(part);
  if (entry === undefined) return err({ type: 'ArticlePartMissing', file, kind: kind.replace(/^an? /u, ''), part });
  if (entry.size > partLimit) {
    const refusal = { type: 'ArchiveEntryTooLarge', file, entry: part, size: entry.size, limit: partLimit } as const;
    return err({ type: 'ArticleArchive', file, refusal });
  }
  const contents = await archive.read(entry);
  return contents.ok ? contents : err({ type: 'ArticleArchive', file, refusal: contents.error });
}

/** Office programs put a document with a password into a file of the old kind. */
function oldOfficeRefusal(file: string, bytes: Uint8Array, kind: string): ArticleRefusal | null {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (held.length < 8 || held.readUInt32BE(0) !== 0xd0cf11e0) return null;
  if (held.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return { type: 'ArticleEncrypted', file, kind };
  return { type: 'ArticleDamaged', file, kind, cause: 'it is an old office document with a new name' };
}
