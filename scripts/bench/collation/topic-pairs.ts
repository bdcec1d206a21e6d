import type { Article } from './corpus.ts';
import { plainWords, wordRows } from './words.ts';

/** Two articles of one month about one topic that are no copies of each other. */
export interface TopicPair {
  readonly a: Article;
  readonly b: Article;
  /** 0…1: cosine of their weighted words. */
  readonly likeness: number;
}

export interface TopicPairs {
  /** Pairs that share no eight words in a row: whatever links them is no long copy. */
  readonly apart: readonly TopicPair[];
  /** Pairs that share some, but less than a tenth of the shorter: different stories with a quotation in common. */
  readonly quoting: readonly TopicPair[];
}

const ROW = 8;
const QUOTING_SHARE = 0.1;
/** An article stands in at most this many pairs of a sample, so that no story fills it. */
const MOST_OF_ONE = 4;
/** Words of an article that are compared: those that weigh most. */
const COMPARED_WORDS = 80;

/**
 * The pairs of articles that are most alike, month by month: of one topic and often of one event, by different hands. The
 * samples depend on the articles alone. At most `apart` and `quoting` pairs of each kind.
 */
export function topicPairs(articles: readonly Article[], apart: number, quoting: number): TopicPairs {
  const months = Map.groupBy(articles, ({ date }) => date.slice(0, 7));
  const weights = inverseFrequencies(articles);
  const alike = [...months.values()].flatMap((month) => alikeIn(month, weights));
  alike.sort((one, other) => other.likeness - one.likeness || (one.a.id + one.b.id < other.a.id + other.b.id ? -1 : 1));
  const samples = { apart: createSample(apart), quoting: createSample(quoting) };
  for (const pair of alike) {
    if (samples.apart.isFull() && samples.quoting.isFull()) break;
    const share = sharedRows(pair.a.text, pair.b.text);
    if (share === 0) samples.apart.add(pair);
    else if (share < QUOTING_SHARE) samples.quoting.add(pair);
  }
  return { apart: samples.apart.pairs, quoting: samples.quoting.pairs };
}

function createSample(most: number): {
  readonly pairs: readonly TopicPair[];
  add(pair: TopicPair): void;
  isFull(): boolean;
} {
  const uses = new Map<string, number>();
  const pairs: TopicPair[] = [];
  return {
    pairs,
    isFull: () => pairs.length >= most,
    add(pair) {
      const ids = [pair.a.id, pair.b.id];
      if (pairs.length >= most || ids.some((id) => (uses.get(id) ?? 0) >= MOST_OF_ONE)) return;
      for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
      pairs.push(pair);
    },
  };
}

/** 0…1: rows of words that both have, over the rows of the shorter. */
function sharedRows(a: string, b: string): number {
  const one = wordRows(a, ROW);
  const other = wordRows(b, ROW);
  let shared = 0;
  for (const row of one) if (other.has(row)) shared += 1;
  return shared / Math.max(1, Math.min(one.size, other.size));
}

function inverseFrequencies(articles: readonly Article[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of articles) {
    for (const word of new Set(plainWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Map([...counts].map(([word, count]) => [word, Math.log(articles.length / count)]));
}

function vectorOf(article: Article, weights: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const word of plainWords(article.text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weighed = [...counts].map(([word, count]) => [word, (1 + Math.log(count)) * (weights.get(word) ?? 0)] as const);
  const kept = weighed.toSorted((one, other) => other[1] - one[1]).slice(0, COMPARED_WORDS);
  const norm = Math.hypot(...kept.map(([, weight]) => weight)) || 1;
  return kept.map(([word, weight]) => [word, weight / norm]);
}

/** Pairs of a month with weighty words in common, by an index from words to articles. */
function alikeIn(month: readonly Article[], weights: ReadonlyMap<string, number>): TopicPair[] {
  const index = new Map<string, (readonly [number, number])[]>();
  const pairs: TopicPair[] = [];
  for (const [at, b] of month.entries()) {
    const sums = new Map<number, number>();
    for (const [word, weight] of vectorOf(b, weights)) {
      const places = index.get(word) ?? [];
      for (const [other, otherWeight] of places) sums.set(other, (sums.get(other) ?? 0) + weight * otherWeight);
      places.push([at, weight]);
      index.set(word, places);
    }
    for (const [other, likeness] of sums) {
      const a = month[other];
      if (a !== undefined && likeness >= 0.1) pairs.push({ a, b, likeness });
    }
  }
  return pairs;
}
