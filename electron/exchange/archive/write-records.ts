/** The records of a zip archive as bytes (APPNOTE.TXT 4.3). */

export interface WrittenEntry {
  readonly name: Buffer;
  readonly offset: number;
  /** 0 as it is, 8 deflated. */
  readonly method: 0 | 8;
  readonly size: number;
  readonly packedSize: number;
  readonly checksum: number;
  /** Sizes and checksum stand after the contents. */
  readonly isStreamed: boolean;
}

/** 1980-01-01 00:00, the first moment that a zip archive can name. */
const date = 0x0021;
const time = 0;
const utf8Flag = 0x0800;
const streamedFlag = 0x0008;
const large = 0xffffffff;

/** 4.3.7 */
export function localHeader(entry: WrittenEntry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeCommon(header, entry, 6);
  return Buffer.concat([header, entry.name]);
}

/** Flags, method, time, date, checksum, sizes and the name's length, which both headers have in this order. */
function writeCommon(header: Buffer, entry: WrittenEntry, at: number): void {
  header.writeUInt16LE(utf8Flag | (entry.isStreamed ? streamedFlag : 0), at);
  header.writeUInt16LE(entry.method, at + 2);
  header.writeUInt16LE(time, at + 4);
  header.writeUInt16LE(date, at + 6);
  header.writeUInt32LE(entry.checksum, at + 8);
  header.writeUInt32LE(entry.packedSize, at + 12);
  header.writeUInt32LE(entry.size, at + 16);
  header.writeUInt16LE(entry.name.length, at + 20);
}

/** 4.3.9 */
export function dataDescriptor(entry: WrittenEntry): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(entry.checksum, 4);
  descriptor.writeUInt32LE(entry.packedSize, 8);
  descriptor.writeUInt32LE(entry.size, 12);
  return descriptor;
}

/** 4.3.12; an entry beyond 4 GB has its place in a ZIP64 field (4.5.3). */
export function directoryRecord(entry: WrittenEntry): Buffer {
  const isFar = entry.offset >= large;
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(0x0300 | (isFar ? 45 : 20), 4);
  record.writeUInt16LE(isFar ? 45 : 20, 6);
  writeCommon(record, entry, 8);
  record.writeUInt16LE(isFar ? 12 : 0, 30);
  record.writeUInt32LE((0o100644 << 16) >>> 0, 38);
  record.writeUInt32LE(isFar ? large : entry.offset, 42);
  if (!isFar) return Buffer.concat([record, entry.name]);
  const far = Buffer.alloc(12);
  far.writeUInt16LE(0x0001, 0);
  far.writeUInt16LE(8, 2);
  far.writeBigUInt64LE(BigInt(entry.offset), 4);
  return Buffer.concat([record, entry.name, far]);
}

/** 4.3.14 to 4.3.16. @param offset where the directory begins, `size` its length, in bytes */
export function directoryEnd(count: number, offset: number, size: number): Buffer {
  const isLarge = count >= 0xffff || offset >= large || size >= large;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isLarge ? 0xffff : count, 8);
  end.writeUInt16LE(isLarge ? 0xffff : count, 10);
  end.writeUInt32LE(isLarge ? large : size, 12);
  end.writeUInt32LE(isLarge ? large : offset, 16);
  if (!isLarge) return end;
  const far = Buffer.alloc(56);
  far.writeUInt32LE(0x06064b50, 0);
  far.writeBigUInt64LE(44n, 4);
  far.writeUInt16LE(0x0300 | 45, 12);
  far.writeUInt16LE(45, 14);
  far.writeBigUInt64LE(BigInt(count), 24);
  far.writeBigUInt64LE(BigInt(count), 32);
  far.writeBigUInt64LE(BigInt(size), 40);
  far.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([far, locator, end]);
}
