/** Files of an export in memory, for readers to read. */
import { ok } from '#shared/text/result.ts';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { SetFile, SetFormat } from '../set/format.ts';
import type { SetSource, SourceFile } from '../set/source.ts';

export function memoryFile(path: string, bytes: Uint8Array, pieceSize = 7): SourceFile {
  return {
    path,
    size: bytes.length,
    bytes: () => Promise.resolve(ok(bytes)),
    async *pieces() {
      // In small pieces, so that what is cut between two of them is met.
      const size = Math.max(pieceSize, Math.ceil(bytes.length / 1000));
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

export function textSource(files: Readonly<Record<string, string>>): SetSource {
  const held = Object.entries(files).map(([path, text]) => memoryFile(path, Buffer.from(text, 'utf8')));
  return { name: 'the files', files: held, close: () => undefined };
}

export async function contentsOf(file: SetFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of file.chunks) parts.push(typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk);
  return Buffer.concat(parts);
}

/** What the format writes of the set, as files to read again. */
export async function writtenSource(set: AnnotatedSet, format: SetFormat, text = true): Promise<SetSource> {
  const files: SourceFile[] = [];
  for (const file of format.write(set, { text }))
    files.push(memoryFile(file.path === '' ? `set${format.endings[0]}` : file.path, await contentsOf(file)));
  return { name: 'the files', files, close: () => undefined };
}

/** The same as texts by path. */
export async function writtenTexts(set: AnnotatedSet, format: SetFormat): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const file of format.write(set, { text: true })) texts[file.path] = (await contentsOf(file)).toString('utf8');
  return texts;
}
