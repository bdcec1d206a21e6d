/** The passages of the project, each with all its places. */
import { createAligner } from '#shared/collation/alignment.ts';
import { projectRange } from '#shared/collation/project.ts';
import { COPY_COVERAGE } from '#shared/collation/copies.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import type { OccurrenceStatus } from '#shared/domain/occurrence.ts';
import type { MatchedPlace, PassageRow } from '#electron/store/collation/places.ts';
import type { Context } from '../context.ts';
import type { ListedPassage } from '../workbench.ts';

const passagesRead = 1000;
/** Documents kept ready with their texts while passages are listed. */
const documentsKept = 1500;

/** Passages of at least `minWords` words in common that stand in two documents of the project, in the order they were found. */
export function* listPassages(context: Context, minWords: number): Generator<ListedPassage> {
  const { collation } = context;
  collation.settle(Infinity);
  collation.index.synchronise();
  const documents = createDocumentShelf(context);
  let last = 0;
  for (;;) {
    const passages = collation.index.places.passagesAfter(last, passagesRead);
    for (const passage of passages) {
      const listed = listedPassage(context, documents, passage, minWords);
      if (listed !== undefined) yield listed;
    }
    const end = passages.at(-1);
    if (end === undefined || passages.length < passagesRead) return;
    last = end.id;
  }
}

type Shelf = (slot: number) => IndexedDocument | undefined;

function createDocumentShelf({ collation, store }: Context): Shelf {
  const kept = new Map<number, IndexedDocument | undefined>();
  return (slot) => {
    if (kept.has(slot)) return kept.get(slot);
    const id = collation.index.documents.row(slot)?.document ?? '';
    const found = store.rows.document(id) === undefined ? undefined : collation.document(id);
    kept.set(slot, found);
    const [oldest] = kept.keys();
    if (kept.size > documentsKept && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}

function listedPassage(
  { collation }: Context,
  documents: Shelf,
  passage: PassageRow,
  minWords: number,
): ListedPassage | undefined {
  const places = collation.index.places
    .placesOfPassage(passage.id)
    .filter(({ slot, matched }) => matched >= minWords && documents(slot) !== undefined);
  const isExemplar = (place: MatchedPlace): boolean =>
    place.slot === passage.slot && place.from === passage.from && place.to === passage.to;
  const exemplar = places.find(isExemplar) ?? places[0];
  const own = exemplar === undefined ? undefined : documents(exemplar.slot);
  if (exemplar === undefined || own === undefined || places.length < 2) return undefined;
  const aligner = createAligner(own, collation.index.equivalents);
  const statusIn = (place: MatchedPlace, document: IndexedDocument): OccurrenceStatus => {
    if (isSame(own, exemplar, document, place)) return 'exact';
    const pair = { a: own, b: document, equivalents: collation.index.equivalents };
    const range = { from: exemplar.from, to: exemplar.to };
    const projections = aligner
      .align(document)
      .stretches.flatMap((stretch) => projectRange(pair, stretch, range))
      .filter((projection) => projection.range.from < place.to && place.from < projection.range.to);
    const covered = projections.reduce((sum, projection) => sum + projection.covered, 0);
    if (covered < COPY_COVERAGE * (exemplar.to - exemplar.from)) return 'partial';
    return projections.every(({ isGuardKept }) => isGuardKept) ? 'edited' : 'differs';
  };
  const ordered = [exemplar, ...places.filter((place) => place !== exemplar)];
  return {
    words: Math.min(...places.map(({ matched }) => matched)),
    boilerplate: passage.boilerplate === 1,
    occurrences: ordered.flatMap((place) => {
      const document = documents(place.slot);
      if (document === undefined) return [];
      const { starts, ends } = document.tokens;
      const span = { start: starts[place.from] ?? 0, end: ends[place.to - 1] ?? 0 };
      return [{ document: document.id, ...span, status: place === exemplar ? 'exact' : statusIn(place, document) }];
    }),
  };
}

function isSame(a: IndexedDocument, inA: MatchedPlace, b: IndexedDocument, inB: MatchedPlace): boolean {
  if (inA.to - inA.from !== inB.to - inB.from) return false;
  for (let at = 0; at < inA.to - inA.from; at += 1) {
    if (a.words[inA.from + at] !== b.words[inB.from + at]) return false;
  }
  return true;
}
