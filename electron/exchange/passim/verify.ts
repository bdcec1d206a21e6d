/** Holds passim's alignments against the texts they speak of. */
import type { OutsideAlignment } from '#shared/domain/alignment.ts';
import { createOffsetTable, type OffsetTable } from '#shared/text/offsets.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { Span } from '#shared/text/span.ts';
import type { PassimAlignment, PassimSide } from './alignment-line.ts';
import type { AlignmentFault, NamedSide } from './refusal.ts';

export interface KnownDocument {
  readonly name: string;
  readonly text: string;
}

/** Passim puts U+2010 for every hyphen of the text, so that `-` can mean "nothing here" (levAlign in seriatim.py). */
const writtenHyphen = '‐';

/** Tables kept: parts are sorted by nothing in particular, but one document's alignments mostly stand together. */
const tablesKept = 256;

/**
 * Makes the check of one alignment: both documents are known and two, both spans inside their texts, and what the line
 * says of either text is what stands there. The answer is in UTF-16 units, the sides in the line's order.
 * @param find a document by the id that the export gave it
 */
export function createAlignmentCheck(
  find: (id: string) => KnownDocument | undefined,
): (alignment: PassimAlignment) => Result<OutsideAlignment, AlignmentFault> {
  const known = new Map<string, KnownDocument & { readonly table: OffsetTable }>();
  const documentOf = (id: string) => {
    const kept = known.get(id);
    if (kept !== undefined) return kept;
    const found = find(id);
    if (found === undefined) return undefined;
    const document = { ...found, table: createOffsetTable(found.text) };
    known.set(id, document);
    const oldest = known.keys().next();
    if (known.size > tablesKept && oldest.done !== true) known.delete(oldest.value);
    return document;
  };

  const spanOf = (
    side: PassimSide,
    refused: { readonly side: NamedSide; readonly other: NamedSide },
  ): Result<Span, AlignmentFault> => {
    const document = documentOf(side.id);
    if (document === undefined) return err({ type: 'DocumentUnknown', ...refused });
    const { text, table } = document;
    if (side.begin >= side.end) return err({ type: 'SpanEmpty', ...refused });
    const start = table.toUtf16(side.begin);
    const end = table.toUtf16(side.end);
    if (!start.ok || !end.ok) return err({ type: 'SpanOutside', length: table.codePointLength, ...refused });
    const stands = text.slice(start.value, end.value);
    for (const { field, words, isAligned } of side.says) {
      const said = isAligned ? words.replaceAll('-', '') : words;
      const isSame = said === (isAligned ? stands.replaceAll('-', writtenHyphen) : stands);
      if (!isSame) return err({ type: 'TextDiffers', field, said, stands, ...refused });
    }
    return ok({ start: start.value, end: end.value });
  };

  return ({ one, other }) => {
    const [named, otherNamed] = [one, other].map(({ id, begin, end }): NamedSide => ({
      name: documentOf(id)?.name ?? id,
      begin,
      end,
    })) as [NamedSide, NamedSide];
    const a = spanOf(one, { side: named, other: otherNamed });
    if (!a.ok) return a;
    const b = spanOf(other, { side: otherNamed, other: named });
    if (!b.ok) return b;
    if (one.id === other.id) return err({ type: 'DocumentTwice', side: named, other: otherNamed });
    return ok({ a: { document: one.id, ...a.value }, b: { document: other.id, ...b.value } });
  };
}
