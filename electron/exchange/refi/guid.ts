/**
 * GUIDs that are the same each time the same thing is exported: UUIDs of version 5 (RFC 9562, 5.5), made of what the
 * thing is called.
 */
import { createHash } from 'node:crypto';

/** Ours alone, drawn once. */
const namespace = Buffer.from('5d2c1f7a8e0b4c0f9a6d3b7e21c4f580', 'hex');

export function guidOf(kind: string, ...names: readonly string[]): string {
  // With JSON no two lists of names are written alike.
  const bytes = createHash('sha1')
    .update(namespace)
    .update(JSON.stringify([kind, ...names]))
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Of things that may be called alike: each has another GUID. */
export function createGuids(): (kind: string, ...names: readonly string[]) => string {
  const taken = new Map<string, number>();
  return (kind, ...names) => {
    const guid = guidOf(kind, ...names);
    const count = taken.get(guid) ?? 0;
    taken.set(guid, count + 1);
    return count === 0 ? guid : guidOf(kind, ...names, String(count));
  };
}

/** As written, with or without braces, in capitals or not. */
export function normalGuid(written: string): string {
  return written
    .trim()
    .replace(/^\{(.*)\}$/u, '$1')
    .toLowerCase();
}
