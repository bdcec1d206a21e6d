/** What a document shares with others, as the reader's margin tells it: the first places with the number of all. */
import type { CollatedDocuments } from '#shared/collation/collated-documents.ts';
import type { SharedStretch } from '#shared/contract/methods.ts';
import { compareSpans, type Span } from '#shared/text/span.ts';
import type { Tokens } from '#shared/text/tokens.ts';
import type { CollationIndex } from '#electron/store/collation/collation-index.ts';
import type { Store } from '#electron/store/store.ts';
import { withOutsideShared } from './outside-links.ts';

/** Places told of one shared stretch: the rest are a number. */
const placesTold = 48;

/**
 * Characters of other documents that are read for the places of one document, so that a text that is quoted everywhere
 * is opened as fast as any: some fifty milliseconds. Beyond it stretches tell their numbers alone.
 */
const readAtMost = 1_500_000;

export interface SharedReadingDeps {
  readonly index: Pick<CollationIndex, 'documents' | 'places'>;
  readonly lookup: Pick<CollatedDocuments, 'get'>;
  readonly store: Pick<Store, 'rows'>;
  readonly nameOf: (slot: number) => string;
  readonly isLive: (document: string) => boolean;
}

interface Other {
  readonly document: string;
  readonly tokens: Tokens;
}

/** Stretches by start, the longer first. */
export function createSharedReading({
  index,
  lookup,
  store,
  nameOf,
  isLive,
}: SharedReadingDeps): (document: string) => readonly SharedStretch[] {
  return (id) => {
    const slot = index.documents.slotOf(id);
    if (slot === undefined) return [];
    const { tokens } = lookup.get(id);
    const others = new Map<number, Other | null>();
    let read = 0;
    const otherIn = (other: number): Other | null => {
      const known = others.get(other);
      if (known !== undefined) return known;
      const document = other === slot ? id : nameOf(other);
      const length = isLive(document) ? (store.rows.document(document)?.length ?? 0) : Infinity;
      if (read + length > readAtMost && other !== slot) return null;
      read += length;
      const found = { document, tokens: other === slot ? tokens : lookup.get(document).tokens };
      others.set(other, found);
      return found;
    };
    const own = index.places.placesOfDocument(slot);
    const stretches = own.flatMap((place): readonly SharedStretch[] => {
      const isSelf = (other: { readonly from: number; readonly to: number }): boolean =>
        other.from < place.to && place.from < other.to;
      const places =
        index.places.placeCount(place.passage) -
        own.filter((other) => other.passage === place.passage && isSelf(other)).length;
      if (places <= 0) return [];
      const elsewhere = index.places
        .firstPlaces(place.passage, placesTold + 1)
        .filter((other) => other.slot !== slot || !isSelf(other))
        .slice(0, placesTold)
        .flatMap((place) => {
          const other = otherIn(place.slot);
          return other === null ? [] : [{ document: other.document, ...spanOf(other.tokens, place) }];
        });
      return [{ ...spanOf(tokens, place), elsewhere, places: Math.max(places, elsewhere.length) }];
    });
    return withOutsideShared(stretches, store.rows.outsideAlignments(id), placesTold).toSorted(compareSpans);
  };
}

/** The characters of a row of words. */
function spanOf({ starts, ends }: Tokens, { from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}
