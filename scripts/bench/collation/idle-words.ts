import type { Span } from '#shared/text/span.ts';
import type { MappedText } from './mapped-text.ts';
import { plainWord, wordsOf } from './words.ts';

let last: { readonly whole: MappedText; readonly copy: MappedText } | undefined;

/**
 * A copy in which no word was replaced by itself. Where a clause gives way to words drawn by lot, the first or the last of
 * them may be the very word that stood there: "would resist" becomes "would movie", and nobody who holds the two texts
 * side by side would say that "would" was written anew. Such a word counts as copied.
 */
export function withoutIdle(source: string, whole: MappedText): MappedText {
  if (last?.whole === whole) return last.copy;
  const origins = whole.origins.slice();
  const replaced = whole.replaced.map((span, number) => {
    const start = origins.indexOf(-2 - number);
    const end = origins.lastIndexOf(-2 - number) + 1;
    if (start < 0 || span.start >= span.end) return span;
    const own = wordsIn(source, span);
    const put = wordsIn(whole.text, { start, end });
    // One word at least stays replaced: of wording that is the same altogether there is none.
    const most = Math.min(own.length, put.length) - 1;
    let kept = 0;
    for (; kept < most && keep(source, whole, origins, own[kept], put[kept]); kept += 1) {
      origins.fill(own[kept]?.end ?? 0, put[kept]?.end, put[kept + 1]?.start);
    }
    let back = 0;
    for (; back < most - kept && keep(source, whole, origins, own.at(-1 - back), put.at(-1 - back)); back += 1) {
      origins.fill((own.at(-1 - back)?.start ?? 1) - 1, put.at(-2 - back)?.end, put.at(-1 - back)?.start);
    }
    return {
      start: kept === 0 ? span.start : (own[kept]?.start ?? span.start),
      end: back === 0 ? span.end : (own.at(-1 - back)?.end ?? span.end),
    };
  });
  last = { whole, copy: { ...whole, origins, replaced } };
  return last.copy;
}

function wordsIn(text: string, { start, end }: Span): readonly Span[] {
  return wordsOf(text.slice(start, end)).map((word) => ({ start: word.start + start, end: word.end + start }));
}

/** Maps one word to another if they are the same; false if they are not. */
function keep(
  source: string,
  { text }: MappedText,
  origins: Int32Array,
  own: Span | undefined,
  put: Span | undefined,
): boolean {
  if (own === undefined || put === undefined) return false;
  if (plainWord(source.slice(own.start, own.end)) !== plainWord(text.slice(put.start, put.end))) return false;
  const [long, short] = [put.end - put.start, own.end - own.start];
  for (let at = 0; at < long; at += 1) origins[put.start + at] = own.start + Math.floor((at * short) / long);
  return true;
}
