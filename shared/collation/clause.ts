import type { Place } from './alignment.ts';
import { Boundary, boundaryBefore } from './boundary.ts';
import { GAP_UNITS } from './chain-line.ts';
import { datelineOf, LONGEST_DATELINE } from './dateline.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { edgeBefore } from './sentence.ts';
import type { TokenRange } from '#shared/text/tokens.ts';

/** A clause written anew has about as many words as the one before it: so many more or less, or a third. */
const REWRITTEN_SLACK = 5;

/** So many words of a sentence may be others, if it begins or ends alike; if it does not, only so many. */
const CLAUSE_WORDS = 12;
const EDGE_WORDS = 3;

/** Two documents, the second with a copy of words of the first. */
interface Pair {
  readonly a: IndexedDocument;
  readonly b: IndexedDocument;
}

/**
 * Where the copy begins of a span that begins in a clause that was written anew: right after the words that match before
 * the clause, be it those that its own sentence begins with, or with such words where the span begins among them.
 * Undefined where what stands there in the copy stands for nothing of the span.
 * @param before the words after the last that match before the span, if any are known
 * @param head the first words of the span that match
 */
export function clauseStart(pair: Pair, before: Place | undefined, head: Place, range: TokenRange): Place | undefined {
  const mayEndDateline = before === undefined && head.b > 0 && head.b <= LONGEST_DATELINE;
  if (mayEndDateline && head.b === datelineOf(pair.b)) return undefined;
  const known = before ?? textStart(pair, head);
  const from = known !== undefined && known.a <= range.from ? known : undefined;
  const isWhole = from !== undefined && isRewritten(pair, from, head);
  const inA = boundariesBack(pair.a, head.a, from?.a ?? 0);
  const inB = boundariesBack(pair.b, head.b, from?.b ?? 0).map((word) => (word === 0 ? datelineOf(pair.b) : word));
  for (const { a, b } of together(inA, inB)) {
    if (isWhole && a > range.from) continue;
    let same = 0;
    while (a + same < head.a && b + same < head.b && pair.a.words[a + same] === pair.b.words[b + same]) same += 1;
    const isFirst = a === inA[0] && b === inB[0];
    const isAlike = isWhole ? same > 0 : isSameSentence(pair, { a, b }, head, same, isFirst);
    if (!isAlike || !isBalanced({ a: a + same, b: b + same }, head)) continue;
    const at = Math.min(same, Math.max(0, range.from - a));
    return at === 0 ? goBack(pair, { a, b }, range.from, from?.b ?? 0) : { a: a + at, b: b + at };
  }
  return isWhole ? from : undefined;
}

/** The same of the end of a span: right before the words that match after it. */
export function clauseEnd(pair: Pair, after: Place | undefined, tail: Place, range: TokenRange): Place | undefined {
  const known = after ?? textEnd(pair, tail);
  const to = known !== undefined && known.a >= range.to ? known : undefined;
  const isWhole = to !== undefined && isRewritten(pair, tail, to);
  const inA = boundariesAhead(pair.a, tail.a, to?.a ?? pair.a.words.length);
  const inB = boundariesAhead(pair.b, tail.b, to?.b ?? pair.b.words.length);
  for (const { a, b } of together(inA, inB)) {
    if (isWhole && a < range.to) continue;
    let same = 0;
    while (a - same > tail.a && b - same > tail.b && pair.a.words[a - same - 1] === pair.b.words[b - same - 1])
      same += 1;
    const isFirst = a === inA[0] && b === inB[0];
    const isAlike = isWhole ? same > 0 : isSameSentence(pair, tail, { a, b }, same, isFirst);
    if (!isAlike || !isBalanced(tail, { a: a - same, b: b - same })) continue;
    const at = Math.min(same, Math.max(0, a - range.to));
    return at === 0 ? goOn(pair, { a, b }, range.to, to?.b ?? pair.b.words.length) : { a: a - at, b: b - at };
  }
  return isWhole ? to : undefined;
}

/** A place after the words from there on that are the same: the sentence after a clause written anew. */
function goOn({ a, b }: Pair, from: Place, toA: number, toB: number): Place {
  let same = 0;
  while (from.a + same < toA && from.b + same < toB && a.words[from.a + same] === b.words[from.b + same]) same += 1;
  return { a: from.a + same, b: from.b + same };
}

function goBack({ a, b }: Pair, to: Place, fromA: number, fromB: number): Place {
  let same = 0;
  while (to.a - same > fromA && to.b - same > fromB && a.words[to.a - same - 1] === b.words[to.b - same - 1]) same += 1;
  return { a: to.a - same, b: to.b - same };
}

/** Pairs of boundaries of the two documents, the nearest first. */
function together(inA: readonly number[], inB: readonly number[]): readonly Place[] {
  const pairs = inA.flatMap((a, rankA) => inB.map((b, rankB) => ({ a, b, rank: rankA + rankB })));
  return pairs.sort((one, other) => one.rank - other.rank);
}

/** The beginning of both texts, where it is near and in the same sentence: what few words there are stand for others. */
function textStart({ a, b }: Pair, head: Place): Place | undefined {
  if (boundariesBack(a, head.a, 1).length > 0 || boundariesBack(b, head.b, 1).length > 0) return undefined;
  const isNear =
    unitsBetween(a, { from: 0, to: head.a }) <= GAP_UNITS && unitsBetween(b, { from: 0, to: head.b }) <= GAP_UNITS;
  return isNear ? { a: 0, b: 0 } : undefined;
}

function textEnd({ a, b }: Pair, tail: Place): Place | undefined {
  const [endA, endB] = [a.words.length, b.words.length];
  if (boundariesAhead(a, tail.a, endA - 1).length > 0 || boundariesAhead(b, tail.b, endB - 1).length > 0)
    return undefined;
  const isNear =
    unitsBetween(a, { from: tail.a, to: endA }) <= GAP_UNITS &&
    unitsBetween(b, { from: tail.b, to: endB }) <= GAP_UNITS;
  return isNear ? { a: endA, b: endB } : undefined;
}

/** True when about as many words stand in a long gap of either document, and it begins and ends inside a sentence. */
function isRewritten({ a, b }: Pair, from: Place, to: Place): boolean {
  if (!isBalanced(from, to)) return false;
  return [from, to].every((place) => isInside(a, place.a) && isInside(b, place.b));
}

function isInside(document: IndexedDocument, word: number): boolean {
  const isEnd = word === 0 || word === document.words.length;
  return isEnd || boundaryBefore(document, word) === Boundary.none;
}

function isBalanced(from: Place, to: Place): boolean {
  const lost = to.a - from.a;
  const put = to.b - from.b;
  return lost > 0 && put > 0 && Math.abs(put - lost) <= Math.max(REWRITTEN_SLACK, lost / 3);
}

/** True when a sentence's few other words are between words that are the same, or very few. */
function isSameSentence({ a, b }: Pair, from: Place, to: Place, same: number, isFirst: boolean): boolean {
  const lost = to.a - from.a;
  const put = to.b - from.b;
  if (same > 0) return Math.max(lost, put) - same <= CLAUSE_WORDS;
  const isAlike = [from, to].every(
    (place) =>
      boundaryBefore(a, place.a) === boundaryBefore(b, place.b) || edgeBefore(a, place.a) === edgeBefore(b, place.b),
  );
  return isFirst && isAlike && lost <= EDGE_WORDS && put <= lost + 2;
}

/** Boundaries looked at on either side: a quotation may begin or end inside a clause. */
const BOUNDARIES = 3;

/** The last words before `to`, no earlier than `from`, that a boundary stands before; none where one stands before `to`. */
function boundariesBack(document: IndexedDocument, to: number, from: number): readonly number[] {
  const found: number[] = [];
  if (boundaryBefore(document, to) !== Boundary.none) return found;
  for (let word = to - 1; word >= from && found.length < BOUNDARIES; word -= 1)
    if (boundaryBefore(document, word) !== Boundary.none) found.push(word);
  return found;
}

function boundariesAhead(document: IndexedDocument, from: number, to: number): readonly number[] {
  const found: number[] = [];
  if (boundaryBefore(document, from) !== Boundary.none) return found;
  for (let word = from + 1; word <= to && found.length < BOUNDARIES; word += 1)
    if (boundaryBefore(document, word) !== Boundary.none) found.push(word);
  return found;
}

/** UTF-16 units from the word before a row of words to the word after it. */
export function unitsBetween({ text, tokens }: IndexedDocument, { from, to }: TokenRange): number {
  const end = to < tokens.count ? (tokens.starts[to] ?? text.length) : text.length;
  return Math.max(0, end - (from > 0 ? (tokens.ends[from - 1] ?? 0) : 0));
}

/** UTF-16 units of a row of words, and of the space after it. */
export function unitsOf({ tokens }: IndexedDocument, { from, to }: TokenRange): number {
  return from >= to ? 0 : (tokens.ends[to - 1] ?? 0) - (tokens.starts[from] ?? 0) + 1;
}
