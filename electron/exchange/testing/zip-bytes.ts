/** Zip archives in memory, for tests. */
import { writeArchive } from '../archive/write.ts';

export async function zipBytes(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const entries = Object.entries(parts).map(([path, contents]) => ({ path, chunks: [contents] }));
  for await (const piece of writeArchive(entries)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Some bytes changed, and the end cut off. */
export function damaged(bytes: Uint8Array, changes: readonly (readonly [number, number])[], length: number): Buffer {
  const changed = Buffer.from(bytes.subarray(0, length));
  for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte;
  return changed;
}
