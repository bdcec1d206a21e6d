/** The copies of the project's documents: the index kept in step with the log, and the questions put to it. */
import type { CollationDocument, Copies, Group, SharedStretch } from '#shared/collation/copies.ts';
import { defaultEquivalents } from '#shared/collation/default-equivalents.ts';
import { createEquivalents, type Equivalents } from '#shared/collation/equivalents.ts';
import { findCopies } from '#shared/collation/find-copies.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import type { InsertionCandidate } from '#shared/collation/variant-candidates.ts';
import { findInsertions, findVariants } from '#shared/collation/variant-finding.ts';
import type { Variant } from '#shared/collation/variants.ts';
import { standingEquivalents } from '#shared/domain/equivalent.ts';
import { compareSpans, type Span } from '#shared/text/span.ts';
import type { CollationIndex } from '#electron/store/collation/collation-index.ts';
import type { Store } from '#electron/store/store.ts';
import { createIndexLookup, lookInOne } from './index-lookup.ts';
import { withOutsideShared } from './outside-links.ts';

/** A document as the index takes it. */
export interface DocumentToCollate extends CollationDocument {
  readonly source: string;
}

export interface Collation {
  readonly index: CollationIndex;
  /**
   * Brings the index in step with the documents of the project, at most `most` of them; returns whether all is done.
   */
  readonly settle: (most?: number) => boolean;
  /** Documents whose rows changed outside an act since the last call. For whoever tells every listener, and nobody else. */
  readonly takeChanged: () => readonly string[];
  /** Whether there is none. */
  readonly isAllTold: () => boolean;
  /** Adds documents inside a transaction that is about to write them. */
  readonly add: (documents: readonly DocumentToCollate[]) => AddedDocuments;
  /** What tagging the span would do. The span must have passed `checkSpan`. */
  readonly copiesOf: (document: string, span: Span) => Copies;
  /** The same in one other document alone. */
  readonly copiesIn: (document: string, span: Span, only: IndexedDocument) => Copies;
  /** What of a document stands in others too, by start, the longer first. */
  readonly sharedIn: (document: string) => readonly SharedStretch[];
  readonly groups: () => readonly Group[];
  readonly groupOf: (document: string) => Group | undefined;
  /** A document of the project, ready for matching. */
  readonly document: (id: string) => IndexedDocument;
  readonly variants: (document: string, against: string) => readonly Variant[];
  readonly insertions: (document: string, against: readonly string[]) => readonly InsertionCandidate[];
}

export interface AddedDocuments {
  /** Those that were not in the index, ready for matching. */
  readonly added: readonly IndexedDocument[];
  /** The documents whose rows have changed, the added ones among them. */
  readonly changed: ReadonlySet<string>;
}

/** Documents brought into the index by one question: more are left for a job. */
const settledAtOnce = 64;

/** Places told of one shared stretch: the rest are a number. */
const placesTold = 48;

export function createCollation(store: Store, text: (document: string) => string): Collation {
  let equivalents: Equivalents | undefined;
  let madeOf = '';
  const currentEquivalents = (): Equivalents => {
    const choices = store.rows.equivalents();
    const key = JSON.stringify(choices);
    if (equivalents !== undefined && key === madeOf) return equivalents;
    madeOf = key;
    equivalents = createEquivalents(standingEquivalents(defaultEquivalents, choices).map(({ a, b }) => [a, b]));
    return equivalents;
  };
  const index = store.openCollation(text, currentEquivalents);
  const isLive = (document: string): boolean => store.rows.document(document) !== undefined;
  const lookup = createIndexLookup(index, isLive, store.rows.outsideAlignments);
  let settledAt = -1;
  const untold = new Set<string>();

  const settle = (most = settledAtOnce): boolean => {
    const head = store.head.read();
    if (head === undefined || head.seq === settledAt) return true;
    index.synchronise();
    const { gone, fresh, isMore } = outOfStep(most);
    if (gone.length + fresh.length > 0) {
      store.alongside(() => {
        const changed = new Set<string>();
        if (gone.length > 0) for (const slot of index.remove(gone)) changed.add(nameOf(slot));
        for (const id of fresh) {
          const source = store.rows.document(id)?.source ?? '';
          for (const slot of index.add({ id, source, text: text(id) }).touched) changed.add(nameOf(slot));
        }
        store.head.touch('collation', changed);
        for (const document of changed) untold.add(document);
      });
    }
    if (!isMore) settledAt = head.seq;
    return !isMore;
  };

  /** Documents that the index does not know yet, and such that it knows in vain; at most `most` of either. */
  const outOfStep = (
    most: number,
  ): { readonly gone: readonly string[]; readonly fresh: readonly string[]; readonly isMore: boolean } => {
    if (settledAt < 0 || !store.head.remembers(settledAt)) {
      const gone = store.rows.collatedInVain(most);
      const fresh = store.rows.uncollated(most);
      return { gone, fresh, isMore: gone.length === most || fresh.length === most };
    }
    const touched = store.head
      .touchedSince(settledAt)
      .flatMap(({ entity, key }) => (entity === 'document' ? [key] : []));
    const gone: string[] = [];
    const fresh: string[] = [];
    for (const id of touched) {
      const isCollated = index.documents.slotOf(id) !== undefined;
      if (isCollated && !isLive(id)) gone.push(id);
      else if (!isCollated && isLive(id)) fresh.push(id);
    }
    const isMore = gone.length > most || fresh.length > most;
    return { gone: gone.slice(0, most), fresh: fresh.slice(0, most), isMore };
  };

  const nameOf = (slot: number): string => index.documents.row(slot)?.document ?? '';

  /** Character span of a row of words; the document's tokens are made for it. */
  const spanOf = (document: IndexedDocument, from: number, to: number): Span => {
    const { starts, ends } = document.tokens;
    return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
  };

  const groupLed = (leader: number): Group | undefined => {
    const members = index.documents.membersOf(leader).filter(({ document }) => isLive(document));
    const first = members.find(({ slot }) => slot === leader) ?? members[0];
    if (first === undefined || members.length < 2) return undefined;
    const ordered = [first, ...members.filter((member) => member !== first)];
    return {
      leader: first.document,
      documents: ordered.map(({ document, containment }) => ({ document, containment })),
    };
  };

  return {
    index,
    settle,
    isAllTold: () => untold.size === 0,
    takeChanged: () => {
      settle();
      const changed = [...untold];
      untold.clear();
      return changed;
    },
    add: (documents) => {
      index.synchronise();
      const changed = new Set<string>();
      const added: IndexedDocument[] = [];
      for (const { id, source, text: whole } of documents) {
        if (index.documents.slotOf(id) !== undefined) continue;
        const { own, touched } = index.add({ id, source, text: whole });
        added.push(own);
        for (const slot of touched) changed.add(nameOf(slot));
      }
      return { added, changed };
    },
    copiesOf: (document, span) => {
      settle();
      return findCopies(lookup, document, span);
    },
    copiesIn: (document, span, only) => findCopies(lookInOne(lookup, only), document, span),
    sharedIn: (id) => {
      settle();
      index.synchronise();
      const slot = index.documents.slotOf(id);
      if (slot === undefined) return [];
      const own = lookup.get(id);
      const stretches = index.places.placesOfDocument(slot).flatMap((place): readonly SharedStretch[] => {
        const others = index.places
          .placesOfPassage(place.passage)
          .filter((other) => other.slot !== slot || other.to <= place.from || place.to <= other.from);
        const elsewhere = others.slice(0, placesTold).flatMap((other) => {
          const name = nameOf(other.slot);
          if (!isLive(name)) return [];
          return [{ document: name, ...spanOf(lookup.get(name), other.from, other.to) }];
        });
        return elsewhere.length === 0 ? [] : [{ ...spanOf(own, place.from, place.to), elsewhere }];
      });
      return withOutsideShared(stretches, store.rows.outsideAlignments(id), placesTold).toSorted(compareSpans);
    },
    groups: () => {
      settle();
      const leaders = new Set(index.documents.rows().flatMap(({ leader }) => (leader === 0 ? [] : [leader])));
      return [...leaders].flatMap((leader) => groupLed(leader) ?? []);
    },
    groupOf: (document) => {
      settle();
      const leader = index.documents.rowOf(document)?.leader ?? 0;
      return leader === 0 ? undefined : groupLed(leader);
    },
    document: (id) => lookup.get(id),
    variants: (document, against) => {
      settle();
      return findVariants(lookup, document, against);
    },
    insertions: (document, against) => {
      settle();
      return findInsertions(lookup, document, against);
    },
  };
}
