/** The project's index of copies, as copy finding asks for documents. */
import { createAligner, type Alignment } from '#shared/collation/alignment.ts';
import type { CollatedDocuments } from '#shared/collation/collated-documents.ts';
import { isLink } from '#shared/collation/detection.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import { compareIds } from '#shared/collation/id-order.ts';
import { placesIn, type Phrase } from '#shared/collation/phrase.ts';
import { LINK_WORDS } from '#shared/collation/prints.ts';
import type { OutsideAlignment } from '#shared/domain/alignment.ts';
import type { Span } from '#shared/text/span.ts';
import { tokensIn, type TokenRange } from '#shared/text/tokens.ts';
import type { CollationIndex } from '#electron/store/collation/collation-index.ts';
import { outsideLinks } from './outside-links.ts';

/** Documents that are looked through for one row of words: whoever reads further has other means. */
const PHRASE_DOCUMENTS = 2000;

/** Documents by which a word or a few are looked up. */
export interface IndexLookup extends CollatedDocuments {
  /** `words.find` in so many documents at most. */
  readonly findIn: (own: IndexedDocument, range: TokenRange, most: number) => readonly Phrase[];
}

/**
 * @param isLive whether the project has the document now
 * @param outside alignments of a document with live ones that another program found, its own side as `a`
 */
export function createIndexLookup(
  index: CollationIndex,
  isLive: (document: string) => boolean,
  outside: (document: string) => readonly OutsideAlignment[],
): IndexLookup {
  /** Links of the document asked for last, with their alignments: they are asked for one by one. */
  let asked: { readonly own: IndexedDocument; readonly links: ReadonlyMap<string, Alignment> } | undefined;

  const linksOf = (own: IndexedDocument, near: TokenRange): ReadonlyMap<string, Alignment> => {
    const links = index
      .linksNear(own, near)
      .filter(({ document }) => isLive(document.id))
      .map(({ document, alignment }) => [document.id, alignment] as const);
    const found = new Map(links);
    const others = outsideLinks(own, outside(own.id), found, indexed, index.equivalents);
    asked = { own, links: new Map([...found, ...others]) };
    return asked.links;
  };

  const indexed = (id: string): IndexedDocument | undefined => {
    const slot = index.documents.slotOf(id);
    const found = slot === undefined ? undefined : index.documents.document(slot);
    return found === undefined ? undefined : withTokens(found);
  };

  const document = (id: string): IndexedDocument => {
    const found = indexed(id);
    if (found === undefined) throw new Error(`no document ${id} in the index of copies`);
    return found;
  };

  const holders = (own: IndexedDocument, { from, to }: TokenRange, most: number): readonly number[] =>
    index.wording.holders(own.tokens.words.slice(from, to), most);

  /** By id, and not in the order in which they came: where only so many places are tried, they are the same ones. */
  const phrasesIn = (own: IndexedDocument, range: TokenRange, slots: readonly number[]): readonly Phrase[] =>
    slots
      .flatMap((slot): readonly Phrase[] => {
        const found = index.documents.document(slot);
        if (found === undefined || !isLive(found.id)) return [];
        const phrase = phraseIn(own, range, withTokens(found));
        return phrase === undefined ? [] : [phrase];
      })
      .toSorted((one, other) => compareIds(one.document.id, other.document.id));

  const findIn: IndexLookup['findIn'] = (own, range, most) => phrasesIn(own, range, holders(own, range, most));

  const findRare: IndexLookup['words']['findRare'] = (own, range, most) => {
    const slots = holders(own, range, most + 1);
    return slots.length > most ? [] : phrasesIn(own, range, slots);
  };

  return {
    get equivalents() {
      return index.equivalents;
    },
    get: document,
    findIn,
    pairs: {
      linkedTo: (own, near) => [...linksOf(own, near).keys()].toSorted(compareIds).map(document),
      align: (a, b) => {
        const known = asked?.own === a ? asked.links.get(b.id) : undefined;
        if (known !== undefined) return known;
        const fromOutside = outside(a.id).filter((one) => one.b.document === b.id);
        return (
          outsideLinks(a, fromOutside, new Map(), indexed, index.equivalents).get(b.id) ??
          createAligner(a, index.equivalents).align(b)
        );
      },
    },
    words: { find: (own, range) => findIn(own, range, PHRASE_DOCUMENTS), findRare },
  };
}

/**
 * The same for a span of a few words, which are looked for in `most` documents at most: what stands in the others is no
 * copy but the same wording, and that of a common word is endless. A span of eight words or more is looked for as ever,
 * and so are the pieces it is found by: those lead to copies.
 */
export function lookInFew(documents: IndexLookup, document: string, span: Span, most: number): CollatedDocuments {
  const { from, to } = tokensIn(documents.get(document).tokens, span);
  if (to - from >= LINK_WORDS) return documents;
  return {
    get equivalents() {
      return documents.equivalents;
    },
    get: (id) => documents.get(id),
    pairs: documents.pairs,
    words: {
      find: (own, range) => documents.findIn(own, range, Math.min(most, PHRASE_DOCUMENTS)),
      findRare: (own, range, few) => documents.words.findRare(own, range, few),
    },
  };
}

/**
 * The same, seeing no document but one: what of a passage stands in a document that has just come. Never looks at the
 * others, however many copies there are.
 */
export function lookInOne(documents: CollatedDocuments, only: IndexedDocument): CollatedDocuments {
  let aligned: { readonly own: IndexedDocument; readonly alignment: Alignment } | undefined;
  const align = (own: IndexedDocument): Alignment => {
    if (aligned?.own !== own) aligned = { own, alignment: createAligner(own, documents.equivalents).align(only) };
    return aligned.alignment;
  };
  const inOnly = (own: IndexedDocument, range: TokenRange): readonly Phrase[] => {
    const phrase = phraseIn(own, range, only);
    return phrase === undefined ? [] : [phrase];
  };
  return {
    equivalents: documents.equivalents,
    get: (id) => documents.get(id),
    pairs: {
      linkedTo: (own) => (isLink(align(own)) ? [only] : []),
      align: (own) => align(own),
    },
    words: { find: inOnly, findRare: inOnly },
  };
}

function phraseIn(own: IndexedDocument, range: TokenRange, document: IndexedDocument): Phrase | undefined {
  const places = placesIn(document, own.words.subarray(range.from, range.to));
  return places.length === 0 ? undefined : { document, places };
}

/** Text and tokens read once and kept as long as the document is held. */
function withTokens(document: IndexedDocument): IndexedDocument {
  let text: string | undefined;
  let tokens: IndexedDocument['tokens'] | undefined;
  const { id, slot, words, furniture, boundaries } = document;
  return {
    id,
    slot,
    words,
    furniture,
    boundaries,
    get text() {
      return (text ??= document.text);
    },
    get tokens() {
      return (tokens ??= document.tokens);
    },
  };
}
