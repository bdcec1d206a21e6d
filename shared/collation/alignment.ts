import type { TokenRange } from '#shared/text/tokens.ts';
import { drawChain, GAP_UNITS } from './chain-line.ts';
import { chainRuns, limitsFor } from './chain.ts';
import type { Equivalents } from './equivalents.ts';
import { type Company, verdictOn, weigh } from './evidence.ts';
import type { Sides } from './extension.ts';
import { LINK_WORDS } from './prints.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { Line, SAME } from './line.ts';
import type { Run } from './run.ts';
import { createRunFinder, maskedWords, OTHER_FURNITURE, OWN_FURNITURE } from './run-finder.ts';
import { RunList, sortRuns } from './run-list.ts';
import { joinStretches } from './stretch-join.ts';
import { EchoFilter } from './suppress.ts';

/** A phrase of one document that stands for a phrase of the other, by the table of equivalents. */
export interface EquivalentPhrases {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** A copied stretch of a pair: which word of one document stands for which word of the other. */
export interface CopiedStretch {
  /** Matched words in order, in both documents; a word that meets two (newsgathering) is in two runs. */
  readonly runs: readonly Run[];
  /** Equivalents before, between and after the runs, in order; left out where there are none. */
  readonly equivalents?: readonly EquivalentPhrases[];
  /** True where the words in common are few and may be a name or a stock phrase. */
  readonly isCandidate?: true;
  /** True where the words of both documents stand in stronger stretches too: the same wording, but not the same passage. */
  readonly isRepeat?: true;
  /** Words in runs. */
  readonly words: number;
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  /** Where the words end that match before a long gap, and where they go on after one; left out where nothing does. */
  readonly before?: Place;
  readonly after?: Place;
}

/** A word of either document. */
export interface Place {
  readonly a: number;
  readonly b: number;
}

/** All copied stretches of a pair of documents, by place in the first. */
export interface Alignment {
  readonly stretches: readonly CopiedStretch[];
  /** True where the documents share a run of `LINK_WORDS` words outside page furniture, in a stretch or not. */
  readonly isLinked?: true;
}

/** Aligns one document with others, one after the other. */
export interface Aligner {
  /**
   * The alignment with another document, as seen from the aligner's own. With `near`, words of its own, there need be no
   * stretches in it where the two have nothing in common there and around.
   */
  align(other: IndexedDocument, near?: TokenRange): Alignment;
}

const NOTHING: Alignment = { stretches: [] };

const found = new RunList();
const runs = new RunList();
const line = new Line();
const cuts: number[] = [];
const echoes = new EchoFilter();
const company: Company = { hasStrongChain: false, isClose: false };

/**
 * Makes a document ready to be aligned with others. Runs of equal words are found and put into
 * chains, gaps between them aligned word by word, ends extended, chains cut where more than
 * `GAP_UNITS` were put in or left out, echoes and stock phrases dropped. Reads words, furniture and
 * boundaries alone, never a text. The two documents of a pair are always taken in the same order,
 * so both see the same alignment.
 */
export function createAligner(own: IndexedDocument, equivalents: Equivalents): Aligner {
  const words = maskedWords(own, OWN_FURNITURE);
  const finder = createRunFinder(words);
  return {
    align(other, near) {
      finder.find(other, found);
      if (found.count === 0) return NOTHING;
      const otherWords = maskedWords(other, OTHER_FURNITURE);
      const isTurned = comesBefore(other, own);
      const isLinked = holdsLongRun(found);
      if (near !== undefined && !touches(found, near)) return isLinked ? { ...NOTHING, isLinked } : NOTHING;
      const alignment = alignFound(
        isTurned
          ? { a: otherWords, b: words, inA: other, inB: own, equivalents }
          : { a: words, b: otherWords, inA: own, inB: other, equivalents },
        isTurned,
      );
      const seen = isTurned ? turnAlignment(alignment) : alignment;
      return isLinked ? { ...seen, isLinked } : seen;
    },
  };
}

/** No stretch without a run so near reaches a row of words: gaps are shorter. */
const AROUND = 2 * GAP_UNITS;

function touches({ count, a, length }: RunList, { from, to }: TokenRange): boolean {
  for (let at = 0; at < count; at += 1) {
    const start = a[at] ?? 0;
    if (start < to + AROUND && start + (length[at] ?? 0) > from - AROUND) return true;
  }
  return false;
}

function holdsLongRun({ count, length }: RunList): boolean {
  for (let at = 0; at < count; at += 1) if ((length[at] ?? 0) >= LINK_WORDS) return true;
  return false;
}

/** Aligns two documents, as seen from the first. */
export function alignPair(a: IndexedDocument, b: IndexedDocument, equivalents: Equivalents): Alignment {
  return createAligner(a, equivalents).align(b);
}

/** Makes stretches of the runs in `found`, the two documents changing sides first if they are turned. */
function alignFound(sides: Sides, isTurned: boolean): Alignment {
  sortRuns(found, isTurned, runs);
  const limits = limitsFor(runs);
  const chains = chainRuns(runs, limits);
  const stretches: CopiedStretch[] = [];
  company.isClose = limits.isClose;
  echoes.begin(sides.a.length, sides.b.length);
  for (let chain = 0; chain < chains.count; chain += 1) {
    drawChain(sides, runs, chains, chain, line, cuts);
    company.hasStrongChain = cuts.length > 1 && hasLongItem(line);
    let from = 0;
    for (const to of cuts) {
      const stretch = judged(sides, from, to);
      if (stretch !== undefined) stretches.push(stretch);
      from = to;
    }
  }
  return { stretches: joinStretches(sides, stretches.sort(byPlace)) };
}

function hasLongItem({ count, kind, lengthA }: Line): boolean {
  for (let item = 0; item < count; item += 1) {
    if (kind[item] === SAME && (lengthA[item] ?? 0) >= LINK_WORDS) return true;
  }
  return false;
}

/** Items `first` up to `end` of the line as a stretch, without what is known already; undefined if they are none. */
function judged(sides: Sides, first: number, end: number): CopiedStretch | undefined {
  let weight = weigh(sides, line, first, end);
  let verdict = verdictOn(weight, company);
  if (verdict === 'none') return undefined;
  let standing = echoes.standing(line, first, end, weight);
  if (standing === 'echo') return undefined;
  const { from, to, isCut } = echoes.withoutKept(line, first, end);
  if (from >= to) return undefined;
  if (isCut) {
    weight = weigh(sides, line, from, to);
    verdict = verdictOn(weight, company);
    if (verdict === 'none') return undefined;
    standing = echoes.standing(line, from, to, weight);
    if (standing === 'echo') return undefined;
  }
  echoes.keep(line, from, to, standing);
  return stretchOf(from, to, verdict === 'candidate', standing === 'repeat');
}

/** Items `from` up to `to` of the line as a stretch. */
function stretchOf(from: number, to: number, isCandidate: boolean, isRepeat: boolean): CopiedStretch {
  const same: Run[] = [];
  const others: EquivalentPhrases[] = [];
  let words = 0;
  for (let item = from; item < to; item += 1) {
    const a = line.a[item] ?? 0;
    const b = line.b[item] ?? 0;
    if (line.kind[item] === SAME) {
      const length = line.lengthA[item] ?? 0;
      same.push({ a, b, length });
      words += length;
    } else {
      others.push({ fromA: a, toA: line.endA(item), fromB: b, toB: line.endB(item) });
    }
  }
  const before = from > 0 ? { a: line.endA(from - 1), b: line.endB(from - 1) } : undefined;
  const after = to < line.count ? { a: line.a[to] ?? 0, b: line.b[to] ?? 0 } : undefined;
  return {
    runs: same,
    ...(before && { before }),
    ...(after && { after }),
    ...(others.length > 0 && { equivalents: others }),
    ...(isCandidate && { isCandidate }),
    ...(isRepeat && { isRepeat }),
    words,
    fromA: line.a[from] ?? 0,
    toA: line.endA(to - 1),
    fromB: line.b[from] ?? 0,
    toB: line.endB(to - 1),
  };
}

/** The same alignment seen from the second document. */
export function turnAlignment(alignment: Alignment): Alignment {
  const stretches = alignment.stretches.map((stretch): CopiedStretch => ({
    ...stretch,
    runs: stretch.runs.map((run) => ({ a: run.b, b: run.a, length: run.length })),
    ...(stretch.equivalents && {
      equivalents: stretch.equivalents.map(({ fromA, toA, fromB, toB }) => ({
        fromA: fromB,
        toA: toB,
        fromB: fromA,
        toB: toA,
      })),
    }),
    ...(stretch.before && { before: turnedPlace(stretch.before) }),
    ...(stretch.after && { after: turnedPlace(stretch.after) }),
    fromA: stretch.fromB,
    toA: stretch.toB,
    fromB: stretch.fromA,
    toB: stretch.toA,
  }));
  return { stretches: stretches.sort(byPlace) };
}

function turnedPlace({ a, b }: Place): Place {
  return { a: b, b: a };
}

function byPlace(one: CopiedStretch, other: CopiedStretch): number {
  return one.fromA - other.fromA || one.fromB - other.fromB || one.toA - other.toA || one.toB - other.toB;
}

/** An order of documents by what is in them; by id only where they hold the same. */
function comesBefore(one: IndexedDocument, other: IndexedDocument): boolean {
  const byContent =
    one.words.length - other.words.length ||
    compareValues(one.words, other.words) ||
    compareValues(one.furniture, other.furniture) ||
    compareValues(one.boundaries, other.boundaries);
  return byContent === 0 ? one.id < other.id : byContent < 0;
}

function compareValues(one: Int32Array | Uint8Array, other: Int32Array | Uint8Array): number {
  if (one === other) return 0;
  for (let at = 0; at < one.length; at += 1) {
    if (one[at] !== other[at]) return (one[at] ?? 0) - (other[at] ?? 0);
  }
  return 0;
}
