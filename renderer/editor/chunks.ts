/**
 * A very long line in chunks. ProseMirror redraws a whole text block when a decoration in it changes; an article that
 * came without line feeds would be redrawn at every tag. On screen the chunks are one paragraph.
 */
import type { Span } from '#shared/text/span.ts';

/** Lines up to twice this length, in UTF-16 units, stay whole. */
export const chunkSize = 1000;

/** How far past the size a blank is looked for before a word is cut. */
const searchLimit = 200;

/** Consecutive spans that make up the line; each but the last ends after a blank, or at least between characters. */
export function chunksOf(text: string, line: Span): readonly Span[] {
  const chunks: Span[] = [];
  let { start } = line;
  while (line.end - start > 2 * chunkSize) {
    const end = cutAfter(text, start + chunkSize);
    chunks.push({ start, end });
    start = end;
  }
  chunks.push({ start, end: line.end });
  return chunks;
}

function cutAfter(text: string, offset: number): number {
  const blank = text.slice(offset, offset + searchLimit).search(/[\s\u200b]/u);
  if (blank !== -1) return offset + blank + 1;
  // No blanks: between two characters at least, never before a mark or a joiner that belongs to what stands before it.
  let cut = offset;
  while (cut < offset + searchLimit && !isCharacterStart(text, cut)) cut += 1;
  return cut;
}

function isCharacterStart(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit >= 0xdc00 && unit <= 0xdfff) return false;
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return !/^[\p{M}\u200d\p{Emoji_Modifier}]/u.test(character) && text.charAt(offset - 1) !== '\u200d';
}
