import { drawChain } from './chain-line.ts';
import { chainRuns, limitsFor } from './chain.ts';
import type { Equivalents } from './equivalents.ts';
import { isCopy, weigh } from './evidence.ts';
import type { Sides } from './extension.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { Line, SAME } from './line.ts';
import type { Run } from './run.ts';
import { createRunFinder, maskedWords, OTHER_FURNITURE, OWN_FURNITURE } from './run-finder.ts';
import { RunList, sortRuns } from './run-list.ts';
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
  /** True where the words of both documents stand in stronger stretches too: the same wording, but not the same passage. */
  readonly isRepeat?: true;
  /** Words in runs. */
  readonly words: number;
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** All copied stretches of a pair of documents, by place in the first. */
export interface Alignment {
  readonly stretches: readonly CopiedStretch[];
}

/** Aligns one document with others, one after the other. */
export interface Aligner {
  /** The alignment with another document, as seen from the aligner's own. */
  align(other: IndexedDocument): Alignment;
}

const NOTHING: Alignment = { stretches: [] };

const found = new RunList();
const runs = new RunList();
const line = new Line();
const cuts: number[] = [];
const echoes = new EchoFilter();

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
    align(other) {
      finder.find(other, found);
      if (found.count === 0) return NOTHING;
      const otherWords = maskedWords(other, OTHER_FURNITURE);
      const isTurned = comesBefore(other, own);
      const alignment = alignFound(
        isTurned
          ? { a: otherWords, b: words, inA: other, inB: own, equivalents }
          : { a: words, b: otherWords, inA: own, inB: other, equivalents },
        isTurned,
      );
      return isTurned ? turnAlignment(alignment) : alignment;
    },
  };
}

/** Aligns two documents, as seen from the first. */
export function alignPair(a: IndexedDocument, b: IndexedDocument, equivalents: Equivalents): Alignment {
  return createAligner(a, equivalents).align(b);
}

/** Makes stretches of the runs in `found`, the two documents changing sides first if they are turned. */
function alignFound(sides: Sides, isTurned: boolean): Alignment {
  sortRuns(found, isTurned, runs);
  const chains = chainRuns(runs, limitsFor(runs));
  const stretches: CopiedStretch[] = [];
  echoes.begin(sides.a.length, sides.b.length);
  for (let chain = 0; chain < chains.count; chain += 1) {
    drawChain(sides, runs, chains, chain, line, cuts);
    let first = 0;
    let hasNeighbour = false;
    for (const end of cuts) {
      const whole = first;
      first = end;
      if (!isCopy(weigh(sides, line, whole, end), hasNeighbour)) continue;
      let standing = echoes.standing(line, whole, end, weigh(sides, line, whole, end));
      if (standing === 'echo') continue;
      const { from, to } = echoes.withoutKept(line, whole, end);
      if (from > whole || to < end) {
        if (from >= to || !isCopy(weigh(sides, line, from, to), hasNeighbour)) continue;
        standing = echoes.standing(line, from, to, weigh(sides, line, from, to));
        if (standing === 'echo') continue;
      }
      echoes.keep(line, from, to, standing);
      stretches.push(stretchOf(from, to, standing === 'repeat'));
      hasNeighbour = true;
    }
  }
  return { stretches: stretches.sort(byPlace) };
}

/** Items `from` up to `to` of the line as a stretch. */
function stretchOf(from: number, to: number, isRepeat: boolean): CopiedStretch {
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
  return {
    runs: same,
    ...(others.length > 0 && { equivalents: others }),
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
    fromA: stretch.fromB,
    toA: stretch.toB,
    fromB: stretch.fromA,
    toB: stretch.toA,
  }));
  return { stretches: stretches.sort(byPlace) };
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
