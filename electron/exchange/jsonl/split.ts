import { createHash } from 'node:crypto';
import type { splits } from './line.ts';

/**
 * Which part of a data set for learning a document belongs to: 80, 10 and 10 of a hundred, by the hash of its group, so
 * that near-copies are never parted and a document stays in its part whatever comes in later.
 */
export function splitOf(group: string): (typeof splits)[number] {
  const number = createHash('sha256').update(group).digest().readUInt32BE(0) % 100;
  if (number < 80) return 'train';
  return number < 90 ? 'validation' : 'test';
}
