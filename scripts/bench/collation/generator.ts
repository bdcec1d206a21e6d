import type { Span } from '#shared/text/span.ts';
import type { Article } from './corpus.ts';
import { type EditRates, REPUBLISHED, REWRITTEN } from './edit-rates.ts';
import { applyEdits, foreignText, joinMapped, type MappedText, sliceMapped, wholeCopy } from './mapped-text.ts';
import { passagesOf, type PassagePair } from './gold.ts';
import { attribution, editQuotes } from './quote-edits.ts';
import { createRandom, type Random } from './random.ts';
import { editSentences, editWords } from './sentence-edits.ts';
import { editStory, type Filler } from './story-edits.ts';
import { editType } from './type-edits.ts';
import { paragraphsOf, quotesOf, sentencesOf, sharesRow, wordRows, wordsOf } from './words.ts';

/** How a pair came about: an edited republication, quotations in an unrelated story, or nothing in common. */
export type PairKind = 'republication' | 'quotes' | 'unrelated';

/** Two texts and what is true of them. */
export interface GeneratedPair {
  readonly kind: PairKind;
  readonly a: string;
  readonly b: string;
  /** `b` as a copy of `a`; all of it put in where the pair is unrelated. */
  readonly copy: MappedText;
  readonly gold: readonly PassagePair[];
}

/** Rows of words that unrelated texts must not share. */
const UNRELATED_ROW = 8;

/** An edited copy of an article with its exact map. The same seed gives the same copy. */
export function makeCopy(
  article: Article,
  pool: readonly Article[],
  random: Random,
  rates: EditRates = REPUBLISHED,
): MappedText {
  const rows = wordRows(article.text, UNRELATED_ROW);
  const vocabulary = wordsFrom(unrelatedTo(article, rows, pool, random).text);
  const filler = fillerFrom(() => unrelatedTo(article, rows, pool, random).text, random);
  const story = editStory(wholeCopy(article.text), filler, rates, random);
  return editType(editQuotes(editSentences(story, vocabulary, rates, random), random), random);
}

/**
 * The same for a corpus to measure speed on, where nobody asks for the truth: what is put in is not held against the
 * article, which is most of the work.
 */
export function makeRoughCopy(article: Article, pool: readonly Article[], random: Random): string {
  const other = random.pick(pool).text;
  const story = editStory(
    wholeCopy(article.text),
    fillerFrom(() => random.pick(pool).text, random),
    REPUBLISHED,
    random,
  );
  const edited = editSentences(story, wordsFrom(other.slice(0, 2000)), REPUBLISHED, random);
  return editType(editQuotes(edited, random), random).text;
}

/** An unrelated story in which one to four quotations of the article stand, some of them twice. */
export function plantQuotes(article: Article, pool: readonly Article[], random: Random): MappedText {
  const rows = wordRows(article.text, UNRELATED_ROW);
  const host = unrelatedTo(article, rows, pool, random).text;
  const vocabulary = wordsFrom(host);
  const places = sentencesOf(host).map(({ end }) => end);
  const quotes = quotesOf(article.text);
  const sentences = quotes.length >= 2 ? quotes : sentencesOf(article.text);
  const long = sentences.filter(({ start, end }) => wordsOf(article.text.slice(start, end)).length >= 5);
  const planted: { readonly at: number; readonly copy: MappedText }[] = [];
  const source = wholeCopy(article.text);
  const used = new Set<number>();
  for (let made = random.whole(1, 4); made > 0 && long.length > 0 && places.length > 0; made -= 1) {
    const quote = random.pick(long);
    if (used.has(quote.start)) continue;
    used.add(quote.start);
    const words = wordsOf(article.text.slice(quote.start, quote.end));
    // Half of the quotations are cut down to a clause: papers quote a dozen words, not a paragraph.
    const clause = random.chance(0.5) ? clauseOf(article.text, quote, random) : undefined;
    const start = clause?.start ?? quote.start + (words[0]?.start ?? 0);
    const end = clause?.end ?? quote.start + (words.at(-1)?.end ?? 0);
    const times = random.chance(0.1) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const edited = editWords(sliceMapped(source, start, end), random.whole(0, 2), vocabulary, random);
      planted.push({ at: random.pick(places), copy: inQuotes(edited, random) });
    }
  }
  planted.sort((one, other) => one.at - other.at);
  const parts: MappedText[] = [];
  let from = 0;
  for (const { at, copy } of planted) {
    parts.push(foreignText(host.slice(from, at)), copy);
    from = at;
  }
  return editType(joinMapped([...parts, foreignText(host.slice(from))]), random);
}

/** What stands between the ends of sentences and dashes; a stop inside a word (U.S., 12.7) ends nothing. */
const CLAUSE = /(?:[^.!?—–]|[.!?](?=[\p{L}\p{N}])|(?<=\p{Lu}\.\p{Lu})\.)+/gu;

/** Five to twelve words of a quotation, from its beginning or from a comma on, not over the end of a sentence. */
function clauseOf(text: string, quote: Span, random: Random): Span | undefined {
  const clauses = Array.from(text.slice(quote.start, quote.end).matchAll(CLAUSE));
  const long = clauses.flatMap((found) => {
    const pieces = found[0].split(/(?<=[,;:])(?!\p{N})/u);
    const skipped = random.whole(0, pieces.length - 1);
    const lead = pieces.slice(0, skipped).join('').length;
    const words = wordsOf(found[0].slice(lead));
    if (words.length < 5) return [];
    const last = words[random.whole(5, Math.min(12, words.length)) - 1];
    const from = quote.start + found.index + lead;
    return [{ start: from + (words[0]?.start ?? 0), end: from + (last?.end ?? 0) }];
  });
  return long.length === 0 ? undefined : random.pick(long);
}

function inQuotes(quote: MappedText, random: Random): MappedText {
  const said = attribution('', '”', random).slice(0, -2);
  const first = quote.text.charAt(0);
  const capital = { start: 0, end: 1, text: first.toUpperCase(), kind: 'retype' as const };
  const set = first.toUpperCase().length === 1 ? applyEdits(quote, [capital]) : quote;
  return joinMapped([foreignText(' “'), set, foreignText(`${said}.`)]);
}

/**
 * Pairs in the proportions of the reference evaluation: 60 % edited republications, 20 % quotations in unrelated
 * stories, 20 % unrelated. The same seed and pool give the same pairs.
 */
export function makePairs(pool: readonly Article[], count: number, seed: number): readonly GeneratedPair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const article = random.pick(pool);
    const share = (index + 0.5) / count;
    if (share < 0.6) return pairOf('republication', article, makeCopy(article, pool, random));
    if (share < 0.8) return pairOf('quotes', article, plantQuotes(article, pool, random));
    const rows = wordRows(article.text, UNRELATED_ROW);
    const other = unrelatedTo(article, rows, pool, random);
    return pairOf('unrelated', article, editType(foreignText(other.text), random));
  });
}

/** Newsroom rewrites, all of them related. */
export function makeRewrites(pool: readonly Article[], count: number, seed: number): readonly GeneratedPair[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const article = random.pick(pool);
    return pairOf('republication', article, makeCopy(article, pool, random, REWRITTEN));
  });
}

function pairOf(kind: PairKind, article: Article, copy: MappedText): GeneratedPair {
  return { kind, a: article.text, b: copy.text, copy, gold: passagesOf(article.text, copy) };
}

/** An article of the pool that shares no row of words with this one. */
function unrelatedTo(article: Article, rows: ReadonlySet<string>, pool: readonly Article[], random: Random): Article {
  for (let tries = 0; tries < 100; tries += 1) {
    const other = random.pick(pool);
    if (other.id !== article.id && !sharesRow(rows, other.text, UNRELATED_ROW)) return other;
  }
  throw new Error(`nothing in the pool is unrelated to ${article.id}`);
}

function fillerFrom(story: () => string, random: Random): Filler {
  return {
    story,
    sentence() {
      const text = story();
      const { start, end } = random.pick(sentencesOf(text));
      return text.slice(start, end);
    },
    paragraph() {
      for (let tries = 0; tries < 100; tries += 1) {
        const text = story();
        const { start, end } = random.pick(paragraphsOf(text));
        if (end - start > 80) return text.slice(start, end);
      }
      throw new Error('no paragraph of the pool is long enough');
    },
  };
}

function wordsFrom(text: string): readonly string[] {
  return wordsOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => word.length > 3);
}
