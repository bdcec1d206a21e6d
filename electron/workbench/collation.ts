/** The copies of the project's documents: the index kept in step with the log, and the questions put to it. */
import type { CollatedDocuments } from '#shared/collation/collated-documents.ts';
import type { CollationDocument, Copies, Group } from '#shared/collation/copies.ts';
import { defaultEquivalents } from '#shared/collation/default-equivalents.ts';
import { createEquivalents, type Equivalents } from '#shared/collation/equivalents.ts';
import { findCopies } from '#shared/collation/find-copies.ts';
import { indexDocument, type IndexedDocument } from '#shared/collation/indexed-document.ts';
import type { InsertionCandidate } from '#shared/collation/variant-candidates.ts';
import type { PreparedText } from '#shared/collation/prepared-text.ts';
import { LINK_WORDS } from '#shared/collation/prints.ts';
import { findInsertions, findVariants } from '#shared/collation/variant-finding.ts';
import type { Variant } from '#shared/collation/variants.ts';
import { standingEquivalents } from '#shared/domain/equivalent.ts';
import { tokensIn } from '#shared/text/tokens.ts';
import type { Span } from '#shared/text/span.ts';
import type { SharedStretch } from '#shared/contract/methods.ts';
import type { CollationIndex } from '#electron/store/collation/collation-index.ts';
import type { Store } from '#electron/store/store.ts';
import { createIndexLookup, lookInFew, lookInOne } from './index-lookup.ts';
import { createSharedReading } from './shared-reading.ts';

/** A document as the index takes it. */
export interface DocumentToCollate extends CollationDocument {
  readonly source: string;
  /** What `prepareText` says of the text, where it is known already. */
  readonly prepared?: PreparedText | undefined;
  /** Documents that were published under its address: they are in one group, whatever their words. */
  readonly versions?: readonly string[];
}

export interface Collation {
  readonly index: CollationIndex;
  /**
   * Brings the index in step with the documents of the project, at most `most` of them; returns whether all is done.
   */
  readonly settle: (most?: number) => boolean;
  /** How many documents are out of step. */
  readonly unsettled: () => number;
  /** Adds documents inside a transaction that is about to write them. */
  readonly add: (documents: readonly DocumentToCollate[]) => AddedDocuments;
  /**
   * What tagging the span would do. The span must have passed `checkSpan`.
   * @param most documents looked through for the same wording of a few words, which is listed and never counted
   */
  readonly copiesOf: (document: string, span: Span, most?: number) => Copies;
  /** How many documents hold the words of the span, its own among them. */
  readonly holdersOf: (document: string, span: Span) => number;
  /** Where the words of a span of a text stand that is no document of the project; the first occurrence is the span itself. */
  readonly copiesOfText: (text: string) => (span: Span) => Copies;
  /** The same in one other document alone. */
  readonly copiesIn: (document: string, span: Span, only: IndexedDocument) => Copies;
  /** What of a document stands in others too, by start, the longer first. */
  readonly sharedIn: (document: string) => readonly SharedStretch[];
  /** Every document that has something of a document's text, and how many of its UTF-16 units. */
  readonly sharersOf: (document: string) => ReadonlyMap<string, number>;
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

/** A text that is no document of the project is known so to copy finding. */
export const outsideText = 'outside';
const outsideSlot = -1;

/** Documents brought into the index by one question: more are left for a job. */
const settledAtOnce = 64;

/** Documents out of step that are looked for at once. */
const lookedForAtOnce = 20_000;

/** What is known of a span before its document is. */
function aloneAt(document: string, span: Span): Copies {
  return { occurrences: [{ document, ...span, status: 'exact', coverage: 1 }], elsewhere: [] };
}

/** Documents in a project that are all looked at on a thread that answers a hand. */
const lookedThroughInPassing = 10_000;

/** How long nobody looks again once there is enough for a job, in milliseconds. */
const leftToJob = 2000;

/**
 * @param settlesAtMost where more documents than that are out of step none is brought in, but for a call that asks for
 * it by number: they are left to a job
 */
export function createCollation(store: Store, text: (document: string) => string, settlesAtMost = Infinity): Collation {
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
  const versionsOf = (document: string): readonly string[] => store.versions.of(document).map(({ id }) => id);
  const index = store.openCollation(text, currentEquivalents, versionsOf);
  const isLive = (document: string): boolean => store.rows.document(document) !== undefined;
  const lookup = createIndexLookup(index, isLive, store.rows.outsideAlignments);
  let settledAt = -1;
  let restsUntil = -Infinity;

  const settle = (most = settledAtOnce): boolean => {
    const head = store.head.read();
    if (head === undefined || head.seq === settledAt) return true;
    if (performance.now() < restsUntil) return false;
    const found = outOfStep(Math.min(most, settlesAtMost + 1));
    if (found === null || found.gone.length > settlesAtMost || found.fresh.length > settlesAtMost) {
      restsUntil = performance.now() + leftToJob;
      return false;
    }
    const { gone, fresh } = found;
    if (gone.length + fresh.length > 0) bringInStep(gone, fresh);
    const isMore = gone.length === most || fresh.length === most;
    if (!isMore) settledAt = head.seq;
    return !isMore;
  };

  const bringInStep = (gone: readonly string[], fresh: readonly string[]): void => {
    index.synchronise();
    store.alongside(() => {
      const changed = new Set<string>();
      if (gone.length > 0) for (const slot of index.remove(gone)) changed.add(nameOf(slot));
      // One by one: nobody has looked how long these texts are together.
      for (const id of fresh) {
        const versions = versionsOf(id);
        const document = { id, source: store.rows.document(id)?.source ?? '', text: text(id), versions };
        for (const { touched } of index.add([document])) for (const slot of touched) changed.add(nameOf(slot));
      }
      store.head.touch('collation', changed);
    });
  };

  /**
   * Documents that the index does not know yet, and such that it knows in vain; at most `most` of either. `null` where
   * even to look which they are stops a thread that answers a hand: in a large project, after many came or went.
   */
  const outOfStep = (most: number): { readonly gone: readonly string[]; readonly fresh: readonly string[] } | null => {
    const since = settledAt >= 0 && store.head.remembers(settledAt) ? settledAt : null;
    if (since === null && settlesAtMost !== Infinity) {
      const indexed = index.documents.count();
      // To look at every document takes a while: such a thread trusts the numbers, and a job looks again.
      if (store.rows.documentCount() === indexed) return { gone: [], fresh: [] };
      if (indexed > lookedThroughInPassing) return null;
    }
    return {
      gone: nextOf(waiting.gone, most, (ids) => store.rows.collatedInVain(ids, since), isInVain),
      fresh: nextOf(waiting.fresh, most, (ids) => store.rows.uncollated(ids, since), isFresh),
    };
  };

  /** Out of step when they were last looked for: a job takes some at a time, and to look for them is to read all rows. */
  const waiting: { readonly gone: string[]; readonly fresh: string[] } = { gone: [], fresh: [] };
  const isInVain = (id: string): boolean => isKnown(id) && !isLive(id);
  const isFresh = (id: string): boolean => !isKnown(id) && isLive(id);
  const nextOf = (
    ids: string[],
    most: number,
    look: (most: number) => readonly string[],
    isStill: (id: string) => boolean,
  ): readonly string[] => {
    if (settlesAtMost !== Infinity) return look(most);
    const taken = new Set<string>();
    while (taken.size < most) {
      if (ids.length === 0) {
        const found = look(Math.max(most, lookedForAtOnce)).filter((id) => isStill(id) && !taken.has(id));
        if (found.length === 0) break;
        for (const id of found.toReversed()) ids.push(id);
      }
      const id = ids.pop() ?? '';
      if (isStill(id)) taken.add(id);
    }
    return [...taken];
  };

  /** Before a question to the index: in step with the documents as far as that is done at once. */
  const prepare = (): void => {
    settle();
    index.synchronise();
  };

  const nameOf = (slot: number): string => index.documents.row(slot)?.document ?? '';

  /** A document of an older project, or of another program's import, may have to wait for the job that takes it in. */
  const isKnown = (document: string): boolean => index.documents.slotOf(document) !== undefined;

  const sharedReading = createSharedReading({ index, lookup, store, nameOf, isLive });

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
    unsettled: () => store.rows.uncollated(Infinity, null).length + store.rows.collatedInVain(Infinity, null).length,
    add: (documents) => {
      index.synchronise();
      const changed = new Set<string>();
      const added: IndexedDocument[] = [];
      const fresh = documents.filter(({ id }) => index.documents.slotOf(id) === undefined);
      for (const { own, touched } of index.add(fresh)) {
        added.push(own);
        for (const slot of touched) changed.add(nameOf(slot));
      }
      return { added, changed };
    },
    copiesOf: (document, span, most) => {
      prepare();
      if (!isKnown(document)) return aloneAt(document, span);
      const few = most === undefined ? lookup : lookInFew(lookup, document, span, most);
      return findCopies(few, document, span);
    },
    holdersOf: (document, span) => {
      prepare();
      if (!isKnown(document)) return 0;
      const { tokens } = lookup.get(document);
      const { from, to } = tokensIn(tokens, span);
      // Longer rows of words are looked for in all documents: nobody asks how many were left out.
      if (to - from >= LINK_WORDS) return 0;
      return index.wording.count(tokens.words.slice(from, to));
    },
    copiesOfText: (text) => {
      prepare();
      const own = indexDocument({ id: outsideText, text }, outsideSlot);
      const collection: CollatedDocuments = {
        get equivalents() {
          return lookup.equivalents;
        },
        get: (id) => (id === outsideText ? own : lookup.get(id)),
        pairs: lookup.pairs,
        words: lookup.words,
      };
      return (span) => findCopies(collection, outsideText, span);
    },
    copiesIn: (document, span, only) => findCopies(lookInOne(lookup, only), document, span),
    sharersOf: (document) => {
      prepare();
      const sharers = new Map<string, number>();
      const add = (other: string, units: number): void => {
        if (other !== document && isLive(other)) sharers.set(other, (sharers.get(other) ?? 0) + units);
      };
      const slot = index.documents.slotOf(document);
      if (slot !== undefined) {
        const { starts, ends } = lookup.get(document).tokens;
        for (const { passage, from, to } of index.places.placesOfDocument(slot)) {
          const units = (ends[to - 1] ?? 0) - (starts[from] ?? 0);
          const slots = new Set(index.places.placesOfPassage(passage).map((place) => place.slot));
          for (const other of slots) add(nameOf(other), units);
        }
      }
      for (const { a, b } of store.rows.outsideAlignments(document)) add(b.document, a.end - a.start);
      return sharers;
    },
    sharedIn: (document) => {
      prepare();
      return sharedReading(document);
    },
    groups: () => {
      prepare();
      const leaders = new Set(index.documents.rows().flatMap(({ leader }) => (leader === 0 ? [] : [leader])));
      return [...leaders].flatMap((leader) => groupLed(leader) ?? []);
    },
    groupOf: (document) => {
      prepare();
      const leader = index.documents.rowOf(document)?.leader ?? 0;
      return leader === 0 ? undefined : groupLed(leader);
    },
    document: (id) => lookup.get(id),
    variants: (document, against) => {
      prepare();
      if (!isKnown(document) || !isKnown(against)) return [];
      return findVariants(lookup, document, against);
    },
    insertions: (document, against) => {
      prepare();
      return isKnown(document) ? findInsertions(lookup, document, against.filter(isKnown)) : [];
    },
  };
}
