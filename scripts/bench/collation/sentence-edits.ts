import type { Span } from '#shared/text/span.ts';
import type { EditRates } from './edit-rates.ts';
import { applyEdits, type Edit, type MappedText } from './mapped-text.ts';
import type { Random } from './random.ts';
import { ALIASES, BRACKETS, PUT_WORDS, TITLES } from './wordings.ts';
import { sentencesOf, wordsOf } from './words.ts';

/** What an editor does inside sentences. `vocabulary`: words to put in the place of others. */
export function editSentences(
  copy: MappedText,
  vocabulary: readonly string[],
  rates: EditRates,
  random: Random,
): MappedText {
  const edits: Edit[] = [];
  const sentences = sentencesOf(copy.text);
  for (const [index, sentence] of sentences.entries()) {
    const words = wordsOf(copy.text.slice(sentence.start, sentence.end)).map(({ start, end }) => ({
      start: start + sentence.start,
      end: end + sentence.start,
    }));
    if (words.length < 6) continue;
    const merged = random.chance(rates.merged) ? mergeWithNext(copy.text, sentence, sentences[index + 1]) : undefined;
    if (random.chance(rates.rewritten)) edits.push(rewriteClause(words, vocabulary, random));
    else if (random.chance(rates.touched)) edits.push(...editWord(copy.text, sentence, words, vocabulary, random));
    if (random.chance(rates.doubled)) edits.push(doubleWord(copy.text, words, random));
    if (merged !== undefined) edits.push(...merged);
  }
  return applyEdits(copy, edits);
}

/** So many single words changed inside a span, its first and last left alone: a quotation retold with small slips. */
export function editWords(copy: MappedText, count: number, vocabulary: readonly string[], random: Random): MappedText {
  let edited = copy;
  for (let made = 0; made < count; made += 1) {
    const words = wordsOf(edited.text);
    const inner = words.slice(1, -1);
    if (inner.length === 0) return edited;
    edited = applyEdits(edited, editAnyWord(edited.text, inner, 1, vocabulary, random));
  }
  return edited;
}

function editWord(
  text: string,
  sentence: Span,
  words: readonly Span[],
  vocabulary: readonly string[],
  random: Random,
): readonly Edit[] {
  const kind = random.next();
  if (kind < 0.5) {
    const table = tableEdits(text, sentence);
    if (table.length > 0) return [random.pick(table)];
  }
  if (kind < 0.6) {
    const at = random.pick(words).start;
    return [{ start: at, end: at, text: `${random.pick(BRACKETS)} `, kind: 'put' }];
  }
  return editAnyWord(text, words, random.chance(0.4) ? random.whole(2, 3) : 1, vocabulary, random);
}

/** Delete, insert or replace so many words in a row, each as often. */
function editAnyWord(
  text: string,
  words: readonly Span[],
  count: number,
  vocabulary: readonly string[],
  random: Random,
): readonly Edit[] {
  const first = random.whole(0, Math.max(0, words.length - count));
  const from = words[first];
  const to = words[Math.min(words.length - 1, first + count - 1)];
  if (from === undefined || to === undefined) return [];
  const kind = random.whole(0, 2);
  if (kind === 0) {
    const next = words[first + count]?.start ?? to.end;
    return [{ start: from.start, end: next, text: '', kind: 'put' }];
  }
  const there = text.slice(Math.max(0, from.start - 30), to.end + 30).toLowerCase();
  const fresh = otherWords(kind === 1 ? PUT_WORDS : vocabulary, count, there, random);
  if (kind === 1) return [{ start: from.start, end: from.start, text: `${fresh} `, kind: 'put' }];
  return [{ start: from.start, end: to.end, text: fresh, kind: 'replace' }];
}

/** Words that do not stand nearby, so that nobody could take them for the ones that do. */
function otherWords(list: readonly string[], count: number, there: string, random: Random): string {
  const chosen: string[] = [];
  for (let tries = 0; chosen.length < count && tries < 50; tries += 1) {
    const word = random.pick(list);
    if (!there.includes(word.toLowerCase()) && !chosen.includes(word)) chosen.push(word);
  }
  return chosen.join(' ');
}

function tableEdits(text: string, sentence: Span): readonly Edit[] {
  const body = text.slice(sentence.start, sentence.end);
  const edits: Edit[] = [];
  const isWordAt = (at: number): boolean => /[\p{L}\p{N}]/u.test(body[at] ?? ' ');
  for (const [from, to] of ALIASES) {
    const at = body.indexOf(from);
    if (at < 0 || isWordAt(at - 1) || isWordAt(at + from.length)) continue;
    edits.push({ start: sentence.start + at, end: sentence.start + at + from.length, text: to, kind: 'replace' });
  }
  for (const title of TITLES) {
    const at = body.indexOf(title);
    if (at < 0 || isWordAt(at - 1)) continue;
    edits.push({ start: sentence.start + at, end: sentence.start + at + title.length, text: '', kind: 'put' });
  }
  return edits;
}

/** Four to forty words give way to about as many others. */
function rewriteClause(words: readonly Span[], vocabulary: readonly string[], random: Random): Edit {
  const count = Math.min(words.length - 2, random.chance(0.4) ? random.whole(4, 10) : random.whole(11, 40));
  const first = random.whole(1, Math.max(1, words.length - count - 1));
  const fresh = Array.from({ length: Math.max(2, count + random.whole(-3, 4)) }, () => random.pick(vocabulary));
  return {
    start: words[first]?.start ?? 0,
    end: words[Math.min(words.length - 1, first + count - 1)]?.end ?? 0,
    text: fresh.join(' '),
    kind: 'replace',
  };
}

/** "A. The B" becomes "A, and the B". */
function mergeWithNext(text: string, sentence: Span, next: Span | undefined): readonly Edit[] | undefined {
  if (next === undefined || text[sentence.end - 1] !== '.') return undefined;
  const between = text.slice(sentence.end, next.start);
  const first = text[next.start] ?? '';
  if (/\n/u.test(between) || !/\p{Lu}/u.test(first)) return undefined;
  return [
    { start: sentence.end - 1, end: sentence.end, text: ',', kind: 'retype' },
    { start: sentence.end, end: sentence.end, text: ' and', kind: 'put' },
    { start: next.start, end: next.start + 1, text: first.toLowerCase(), kind: 'retype' },
  ];
}

/** A word set twice, with or without a space, or grown together with its neighbour: slips of real pages. */
function doubleWord(text: string, words: readonly Span[], random: Random): Edit {
  const at = random.whole(0, words.length - 2);
  const word = words[at] ?? { start: 0, end: 0 };
  const next = words[at + 1] ?? word;
  const gap = text.slice(word.end, next.start);
  if (gap === ' ' && random.chance(0.33)) return { start: word.end, end: next.start, text: '', kind: 'put' };
  const space = random.chance(0.5) ? ' ' : '';
  return { start: word.end, end: word.end, text: space + text.slice(word.start, word.end), kind: 'put' };
}
