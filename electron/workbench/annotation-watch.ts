/**
 * Which annotations a new document may hold a copy of: asked of every document of an import, so it must not cost a look
 * at every annotation. A copy shares a fingerprint with the annotated document, or four words of the annotated span.
 */
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import { printsOf } from '#shared/collation/prints.ts';
import { tokensIn } from '#shared/text/tokens.ts';
import type { PlacedSpan } from '#electron/store/row-reader.ts';

/** Words of the pieces by which a span is known; see the pieces of resemblance. */
const PIECE = 4;

export interface WatchedAnnotation extends PlacedSpan {
  readonly id: string;
}

export interface AnnotationWatch {
  /** Annotations that may have a copy in the document, in the order in which they were given. */
  readonly candidates: (document: IndexedDocument) => readonly WatchedAnnotation[];
}

/** @param document of the project, ready for matching */
export function watchAnnotations(
  annotations: readonly WatchedAnnotation[],
  document: (id: string) => IndexedDocument,
): AnnotationWatch {
  const byPrint = new Map<number, Set<string>>();
  const byPiece = new Map<number, Set<string>>();
  // Not Map.groupBy: Node 20, with which the command line may be started, has none.
  const byDocument = new Map<string, WatchedAnnotation[]>();
  for (const annotation of annotations) {
    const its = byDocument.get(annotation.document);
    if (its === undefined) byDocument.set(annotation.document, [annotation]);
    else its.push(annotation);
  }
  for (const [id, its] of byDocument) {
    const own = document(id);
    for (const hash of printsOf(own.words, own.furniture).hashes) enter(byPrint, hash, id);
    for (const { id: annotation, start, end } of its) {
      const { from, to } = tokensIn(own.tokens, { start, end });
      for (let at = from; at + PIECE <= to; at += 1) enter(byPiece, pieceAt(own.words, at), annotation);
      // Shorter ones have copies in linked documents only.
    }
  }
  return {
    candidates: (own) => {
      const documents = new Set<string>();
      const met = new Set<string>();
      for (const hash of printsOf(own.words, own.furniture).hashes)
        for (const id of byPrint.get(hash) ?? []) documents.add(id);
      if (byPiece.size > 0)
        for (let at = 0; at + PIECE <= own.words.length; at += 1)
          for (const id of byPiece.get(pieceAt(own.words, at)) ?? []) met.add(id);
      return annotations.filter((annotation) => met.has(annotation.id) || documents.has(annotation.document));
    },
  };
}

function enter(into: Map<number, Set<string>>, key: number, id: string): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, new Set([id]));
  else known.add(id);
}

function pieceAt(words: Int32Array, at: number): number {
  let hash = 0x9e37_79b9;
  for (let ahead = 0; ahead < PIECE; ahead += 1) {
    hash = Math.imul(hash ^ (words[at + ahead] ?? 0), 0x85eb_ca6b);
    hash ^= hash >>> 15;
  }
  return hash;
}
