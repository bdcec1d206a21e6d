import type { CollatedDocuments } from './collated-documents.ts';
import { insertionCandidates, type InsertionCandidate } from './variant-candidates.ts';
import { compareWordings, type Variant } from './variants.ts';

/** The variants of two documents of a collection, as seen from the first. */
export function findVariants(collection: CollatedDocuments, id: string, against: string): readonly Variant[] {
  const own = collection.get(id);
  const other = collection.get(against);
  return compareWordings(own, other, collection.pairs.align(own, other).stretches).variants;
}

/** What a document may have had put in, held against the given copies of it. */
export function findInsertions(
  collection: CollatedDocuments,
  id: string,
  against: readonly string[],
): readonly InsertionCandidate[] {
  const own = collection.get(id);
  const copies = against.map((document) => {
    const wording = collection.get(document);
    const { stretches } = collection.pairs.align(own, wording);
    return { document, wording, comparison: compareWordings(own, wording, stretches) };
  });
  return insertionCandidates(own, own.furniture, copies);
}
