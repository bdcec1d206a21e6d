import type { CopiedStretch } from './alignment.ts';
import type { Collection } from './collection.ts';
import { COPY_COVERAGE, type SharedPassage } from './copies.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { compareIds } from './pairs.ts';
import { findLongRuns, type Run } from './run.ts';
import { comparePlaces, placeOf } from './shared-stretches.ts';
import { projectRange } from './project.ts';
import { gatherStars, type Ray, type Star } from './star.ts';
import { createTold, holdsRange, type Told } from './told.ts';
import { findUntold } from './untold-pairs.ts';

/** A stretch is told whole if at least this share of its words is new, else only its new runs. */
const NEW_SHARE = 0.5;

/**
 * Every passage of at least `minWords` words that stands in two documents. Documents are taken by
 * id; each is the exemplar of what it shares with later ones, and what an earlier exemplar's passage
 * already holds together is not told again. So a story with 500 copies is one passage with 500
 * places and not 124,750 pairs, and no passage is the union of two others.
 *
 * Every eight words in a row that two documents share outside page furniture stand together in a
 * passage of both; in texts that repeat themselves over and over, most of them do.
 */
export function findPassages(collection: Collection, minWords: number): readonly SharedPassage[] {
  const documents = [...collection.all()].sort((one, other) => compareIds(one.id, other.id));
  const told = createTold();
  const passages: SharedPassage[] = [];
  /** Pairs that a passage has put together without anybody having aligned them: they may share more than that. */
  const owed = new Map<IndexedDocument, Set<IndexedDocument>>();
  for (const own of documents) {
    const rays: Ray[] = [];
    const linked = new Map<IndexedDocument, readonly CopiedStretch[]>();
    for (const document of new Set([
      ...findUntold(collection.pairs.fingerprints, told, own),
      ...(owed.get(own) ?? []),
    ])) {
      const { stretches } = collection.pairs.align(own, document);
      linked.set(document, stretches);
      rays.push(...newRays(told, own, document, stretches));
    }
    for (const star of gatherStars(rays)) {
      const within = raysWithin(collection, own, star, linked);
      for (const one of star.rays) for (const other of within) owe(owed, one.document, other.document);
      const all = [...star.rays, ...within];
      const places = all.map(({ document, range }) => ({ document, range }));
      told.enter([{ document: own, range: star.own }, ...places]);
      const long = all.filter((ray) => ray.words >= minWords);
      if (long.length === 0) continue;
      const copies = long.map((ray) => placeOf(ray.document, ray.range));
      passages.push({
        words: Math.min(...long.map((ray) => ray.words)),
        occurrences: [placeOf(own, star.own), ...copies.sort(comparePlaces)],
      });
    }
  }
  return passages;
}

/** Notes the pair under its first document by id, which will be the exemplar. */
function owe(owed: Map<IndexedDocument, Set<IndexedDocument>>, one: IndexedDocument, other: IndexedDocument): void {
  const [first, second] = compareIds(one.id, other.id) < 0 ? [one, other] : [other, one];
  const seconds = owed.get(first);
  if (seconds === undefined) owed.set(first, new Set([second]));
  else seconds.add(second);
}

/**
 * Copies of a star's stretch inside longer stretches that other documents share with the exemplar: a quotation that
 * one paper took out of a story stands in every copy of the story too, and is one passage with them all.
 */
function raysWithin(
  collection: Collection,
  own: IndexedDocument,
  star: Star,
  linked: ReadonlyMap<IndexedDocument, readonly CopiedStretch[]>,
): readonly Ray[] {
  const present = new Set(star.rays.map(({ document }) => document));
  const length = star.own.to - star.own.from;
  const found: Ray[] = [];
  for (const [document, stretches] of linked) {
    if (present.has(document)) continue;
    const around = stretches.find((stretch) => stretch.fromA <= star.own.from && star.own.to <= stretch.toA);
    if (around === undefined) continue;
    const pair = { a: own, b: document, equivalents: collection.equivalents };
    const [copy, another] = projectRange(pair, around, star.own);
    if (copy === undefined || another !== undefined || copy.covered < COPY_COVERAGE * length) continue;
    found.push({ own: star.own, document, range: copy.range, words: copy.matched });
  }
  return found;
}

function isTold(told: Told, a: IndexedDocument, b: IndexedDocument, run: Run): boolean {
  const inA = { from: run.a, to: run.a + run.length };
  return told.holds(a, inA, b, { from: run.b, to: run.b + run.length });
}

/** What two documents share that no passage has told yet: stretches that are new on the whole, and other new runs. */
function newRays(
  told: Told,
  own: IndexedDocument,
  document: IndexedDocument,
  stretches: readonly CopiedStretch[],
): readonly Ray[] {
  const rays: Ray[] = stretches
    .filter((stretch) => {
      const runs = stretch.runs.filter((run) => !isTold(told, own, document, run));
      return runs.reduce((sum, run) => sum + run.length, 0) >= NEW_SHARE * stretch.words;
    })
    .map((stretch) => ({
      own: { from: stretch.fromA, to: stretch.toA },
      document,
      range: { from: stretch.fromB, to: stretch.toB },
      words: stretch.words,
    }));
  const whole = [...rays];
  for (const run of findLongRuns(own, document)) {
    const ray = {
      own: { from: run.a, to: run.a + run.length },
      document,
      range: { from: run.b, to: run.b + run.length },
      words: run.length,
    };
    if (!whole.some((other) => holdsRay(other, ray)) && !isTold(told, own, document, run)) rays.push(ray);
  }
  return rays;
}

function holdsRay(outer: Ray, inner: Ray): boolean {
  return holdsRange(outer.own, inner.own) && holdsRange(outer.range, inner.range);
}
