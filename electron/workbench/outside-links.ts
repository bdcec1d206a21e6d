/** Links that another program found, beside those of the index. */
import { createAligner, type Aligner, type Alignment } from '#shared/collation/alignment.ts';
import type { Place } from '#shared/collation/copies.ts';
import type { Equivalents } from '#shared/collation/equivalents.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import { withOutsideStretches } from '#shared/collation/outside-stretches.ts';
import type { SharedStretch } from '#shared/contract/methods.ts';
import type { OutsideAlignment } from '#shared/domain/alignment.ts';
import { overlaps, type Span } from '#shared/text/span.ts';
import { tokensIn } from '#shared/text/tokens.ts';

/**
 * The documents that a document is aligned with from outside, each with the alignment that holds: our own aligner's,
 * and where it has nothing the words of the outside one, if they agree.
 * @param alignments of the document, its own side as `a`
 * @param found the links that the index has
 * @param documentOf `undefined` for a document that is not in the index yet
 */
export function outsideLinks(
  own: IndexedDocument,
  alignments: readonly OutsideAlignment[],
  found: ReadonlyMap<string, Alignment>,
  documentOf: (id: string) => IndexedDocument | undefined,
  equivalents: Equivalents,
): ReadonlyMap<string, Alignment> {
  const links = new Map<string, Alignment>();
  let aligner: Aligner | undefined;
  // Not Map.groupBy: Node 20, with which the command line may be started, has none.
  const byOther = new Map<string, OutsideAlignment[]>();
  for (const alignment of alignments) {
    const pairs = byOther.get(alignment.b.document);
    if (pairs === undefined) byOther.set(alignment.b.document, [alignment]);
    else pairs.push(alignment);
  }
  for (const [id, pairs] of byOther) {
    const other = documentOf(id);
    if (other === undefined) continue;
    aligner ??= createAligner(own, equivalents);
    const ours = found.get(id) ?? aligner.align(other);
    const spans = pairs.map(({ a, b }) => ({ inA: tokensIn(own.tokens, a), inB: tokensIn(other.tokens, b) }));
    const alignment = withOutsideStretches(own, other, ours, spans, equivalents);
    if (alignment.stretches.length > 0) links.set(id, alignment);
  }
  return links;
}

/**
 * What a document shares, with what is aligned from outside and not told yet; the places of one span together, at most
 * so many. In no order.
 */
export function withOutsideShared(
  shared: readonly SharedStretch[],
  alignments: readonly OutsideAlignment[],
  most: number,
): readonly SharedStretch[] {
  const added = new Map<string, Span & { readonly elsewhere: Place[]; places: number }>();
  for (const { a, b } of alignments) {
    const isTold = shared.some(
      (stretch) =>
        overlaps(stretch, a) && stretch.elsewhere.some((place) => place.document === b.document && overlaps(place, b)),
    );
    if (isTold) continue;
    const key = `${a.start} ${a.end}`;
    const stretch = added.get(key) ?? { start: a.start, end: a.end, elsewhere: [], places: 0 };
    stretch.places += 1;
    if (stretch.elsewhere.length < most) stretch.elsewhere.push(b);
    added.set(key, stretch);
  }
  return added.size === 0 ? shared : [...shared, ...added.values()];
}
