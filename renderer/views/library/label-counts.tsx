import { useShallow } from 'zustand/react/shallow';
import type { LabelRow } from '#shared/contract/rows.ts';
import { labelsText } from '#renderer/catalogue/labels.ts';
import { libraryText } from '#renderer/catalogue/library.ts';
import { countsText } from '#renderer/catalogue/numbers.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import { countsOf, labelsInOrder, type Totals } from '#renderer/state/selectors.ts';
import type { Mirror } from '#renderer/state/mirror.ts';
import { LabelMark } from '../labels/label-mark.tsx';

/** Label and its counts in turn, for labels that stand in the document: flat, so that it is compared item by item. */
function standingCounts(mirror: Mirror, document: string): readonly (LabelRow | Totals)[] {
  return labelsInOrder(mirror).flatMap((label) => {
    const totals = countsOf(mirror, label.id, document);
    return totals.occurrences > 0 ? [label, totals] : [];
  });
}

/** Room for so many; the tooltip of the rest names them. */
const shownLabels = 4;

/** Which labels stand in a document, with passages and occurrences. Wakes when these change alone. */
export function LabelCounts({ document }: { readonly document: string }) {
  const flat = useMirror(useShallow((mirror: Mirror) => standingCounts(mirror, document)));
  const counts: { readonly label: LabelRow; readonly totals: Totals }[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    counts.push({ label: flat[at] as LabelRow, totals: flat[at + 1] as Totals });
  }
  if (counts.length === 0) return <span>{libraryText.noTags}</span>;
  const rest = counts.slice(shownLabels);
  return (
    <span className="label-counts">
      {counts.slice(0, shownLabels).map(({ label, totals }) => (
        <span key={label.id} className="label-count" title={`${label.name}: ${countsText(totals)}`}>
          <LabelMark label={label} />
          <span aria-hidden="true">{labelsText.two(totals)}</span>
          <span className="said-only">{`${label.name}: ${countsText(totals)}. `}</span>
        </span>
      ))}
      {rest.length > 0 && (
        <span title={rest.map(({ label, totals }) => `${label.name}: ${countsText(totals)}`).join('\n')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}
