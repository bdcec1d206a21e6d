/** Offsets of a text for the border, where others count code points. */
import { createOffsetTable } from '#shared/text/offsets.ts';

export interface CodePoints {
  /** The code-point offset of a UTF-16 offset. Throws inside a character: a set holds only checked spans. */
  readonly of: (utf16: number) => number;
}

/** Made when it is first asked for: many documents have nothing tagged. */
export function codePoints(text: string): CodePoints {
  let table: ReturnType<typeof createOffsetTable> | undefined;
  return {
    of: (utf16) => {
      table ??= createOffsetTable(text);
      const converted = table.toCodePoint(utf16);
      if (!converted.ok) throw new Error(`${converted.error.type}: ${utf16} of ${converted.error.length}`);
      return converted.value;
    },
  };
}
