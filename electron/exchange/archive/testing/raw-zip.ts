/** Zip archives that lie, for tests: every field of a header can be set to what it should not be. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string;
  readonly data?: Uint8Array | string | undefined;
  /** Packed contents, where they are not `data` deflated. */
  readonly packed?: Uint8Array | undefined;
  readonly localName?: string | undefined;
  readonly size?: number | undefined;
  readonly checksum?: number | undefined;
  readonly flags?: number | undefined;
  readonly method?: number | undefined;
  /** Unix file type and permissions. */
  readonly mode?: number | undefined;
  /** Take the contents of this entry, by its place in the list. */
  readonly sharedWith?: number | undefined;
}

export function rawZip(entries: readonly RawEntry[], options: { readonly count?: number } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = typeof entry.data === 'string' ? Buffer.from(entry.data) : Buffer.from(entry.data ?? []);
    const method = entry.method ?? 8;
    const packed = Buffer.from(entry.packed ?? (method === 0 ? data : deflateRawSync(data)));
    const size = entry.size ?? data.length;
    const fields = (name: Buffer): Buffer => {
      const header = Buffer.alloc(26);
      header.writeUInt16LE(20, 0);
      header.writeUInt16LE(0x0800 | (entry.flags ?? 0), 2);
      header.writeUInt16LE(method, 4);
      header.writeUInt32LE(entry.checksum ?? crc32(data), 10);
      header.writeUInt32LE(packed.length, 14);
      header.writeUInt32LE(size, 18);
      header.writeUInt16LE(name.length, 22);
      return header;
    };
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const place = entry.sharedWith === undefined ? offset : (offsets[entry.sharedWith] ?? 0);
    offsets.push(place);
    if (entry.sharedWith === undefined) {
      const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields(localName), localName, packed]);
      parts.push(local);
      offset += local.length;
    }
    const record = Buffer.alloc(14);
    record.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    record.writeUInt32LE(place, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), fields(name), record, name);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.count ?? entries.length, 8);
  end.writeUInt16LE(options.count ?? entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
