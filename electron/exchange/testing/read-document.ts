/** Documents as readers give them, with what a test does not care for filled in. */
import type { ReadDocument, ReadItem, ReadSpan } from '../set/read-document.ts';

export function spanAt(start: number, end: number, rest: Partial<ReadSpan> = {}): ReadSpan {
  return { where: `${start}–${end}`, start, end, quote: null, label: 'claim', ...rest };
}

/** Offsets in code points, which programs are known to take for UTF-16 units or bytes. */
export function readOf(
  text: string | null,
  spans: readonly ReadSpan[] = [],
  rest: Partial<ReadDocument> = {},
): ReadDocument {
  return { where: 'line 1', text, unit: 'code-point', otherUnits: ['utf-16', 'byte'], join: ' … ', spans, ...rest };
}

export function documentItem(...args: Parameters<typeof readOf>): ReadItem {
  return { type: 'document', document: readOf(...args) };
}

export async function* itemsIn(items: readonly ReadItem[]): AsyncGenerator<ReadItem> {
  for (const item of items) yield await Promise.resolve(item);
}
