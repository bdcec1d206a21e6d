import type { Context } from '../context.ts';
import { relativesOf } from '../relatives.ts';
import type { ListedVariant } from '../workbench.ts';

/** Where a document differs from another, or from all its siblings, or without any from all it shares a stretch with. */
export function listVariants(context: Context, document: string, against?: string): readonly ListedVariant[] {
  const { siblings, others } = relativesOf(context, document);
  const compared = against === undefined ? (siblings.length > 0 ? siblings : others) : [against];
  const text = context.text(document);
  return compared
    .filter((other) => other !== document)
    .flatMap((other) =>
      context.collation.variants(document, other).map(({ kind, start, end, againstStart, againstEnd, isMoved }) => ({
        kind,
        document,
        start,
        end,
        text: text.slice(start, end),
        against: other,
        againstStart,
        againstEnd,
        againstText: context.text(other).slice(againstStart, againstEnd),
        moved: isMoved,
      })),
    );
}
