/** The fields beside the text: each is one line of text, or is left out and said to be. */

/** The longest id, title, source or date, in UTF-16 units. */
export const fieldLimit = 1000;

export type Field =
  | { readonly type: 'absent' }
  | { readonly type: 'given'; readonly text: string }
  | { readonly type: 'left out'; readonly because: string };

/**
 * A number is taken as it would be written; runs of space and control characters become one space. What cannot be read
 * as one line of text is left out: the article itself is worth more than its date.
 */
export function readField(value: unknown): Field {
  if (value === undefined || value === null) return { type: 'absent' };
  if (typeof value === 'number') {
    const isExact = !Number.isInteger(value) || Number.isSafeInteger(value);
    return isExact ? { type: 'given', text: String(value) } : leftOut('is a number too long to be read exactly');
  }
  if (typeof value !== 'string') return leftOut(`is ${kindOfValue(value)}, not text`);
  if (!value.isWellFormed()) return leftOut('holds half a character (a lone surrogate)');
  if (value.length > fieldLimit) return leftOut(`is longer than ${fieldLimit.toLocaleString('en')} characters`);
  const text = value.replace(/[\s\p{Z}\p{Cc}\ufeff]+/gu, ' ').trim();
  return text === '' ? { type: 'absent' } : { type: 'given', text };
}

function leftOut(because: string): Field {
  return { type: 'left out', because };
}

/** A JSON value by its kind, with the article. */
export function kindOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'boolean') return `“${String(value)}”`;
  return typeof value === 'number' ? 'a number' : 'a text';
}
