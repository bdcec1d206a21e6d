import { applyEdits, type Edit, type MappedText } from './mapped-text.ts';
import type { Random } from './random.ts';
import { ATTRIBUTIONS, NAMES } from './wordings.ts';
import { quotesOf, wordsOf } from './words.ts';

const TRUNCATED = 0.1;
const SPLIT = 0.1;

/** Quotations cut short with an ellipsis, and quotations broken by "… ," Carter said. "…". */
export function editQuotes(copy: MappedText, random: Random): MappedText {
  const edits: Edit[] = [];
  for (const quote of quotesOf(copy.text, 8)) {
    const words = wordsOf(copy.text.slice(quote.start, quote.end)).map(({ start, end }) => ({
      start: start + quote.start,
      end: end + quote.start,
    }));
    const kept = random.whole(5, words.length - 2);
    if (random.chance(TRUNCATED)) {
      const ellipsis = random.pick(['…', ' ...', ' . . .']);
      if (random.chance(0.5)) {
        edits.push({ start: words[kept - 1]?.end ?? quote.end, end: quote.end, text: ellipsis, kind: 'put' });
      } else {
        const from = words[words.length - kept]?.start ?? quote.start;
        edits.push({ start: quote.start, end: from, text: `${ellipsis.trim()} `, kind: 'put' });
      }
    } else if (random.chance(SPLIT)) {
      const at = words[Math.min(kept, words.length - 3)];
      if (at === undefined || copy.text[at.end] !== ' ') continue;
      const open = copy.text[quote.start - 1] ?? '“';
      const close = copy.text[quote.end] ?? '”';
      edits.push({ start: at.end, end: at.end + 1, text: attribution(open, close, random), kind: 'put' });
    }
  }
  return applyEdits(copy, edits);
}

/** `," Carter said. "`: at most 45 units. */
export function attribution(open: string, close: string, random: Random): string {
  const by = random.pick(ATTRIBUTIONS).replace('NAME', random.pick(NAMES));
  return `,${close} ${by}. ${open}`;
}
