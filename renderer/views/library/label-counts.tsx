import { useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { LabelRow } from '#shared/contract/rows.ts';
import { labelsText } from '#renderer/catalogue/labels.ts';
import { libraryText } from '#renderer/catalogue/library.ts';
import { countsText } from '#renderer/catalogue/numbers.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import { countsOf, labelsInOrder, type Totals } from '#renderer/state/selectors.ts';
import type { Mirror } from '#renderer/state/mirror.ts';
import { LabelMark } from '../labels/label-mark.tsx';
import { useFitting } from './fitting.ts';

interface LabelCount {
  readonly label: LabelRow;
  readonly totals: Totals;
}

/** Label and its counts in turn, for labels that stand in the document: flat, so that it is compared item by item. */
function standingCounts(mirror: Mirror, document: string): readonly (LabelRow | Totals)[] {
  return labelsInOrder(mirror).flatMap((label) => {
    const totals = countsOf(mirror, label.id, document);
    return totals.occurrences > 0 ? [label, totals] : [];
  });
}

/** Which labels stand in a document, with passages and occurrences. Wakes when these change alone. */
export function LabelCounts({ document }: { readonly document: string }) {
  const flat = useMirror(useShallow((mirror: Mirror) => standingCounts(mirror, document)));
  const counts: LabelCount[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    counts.push({ label: flat[at] as LabelRow, totals: flat[at + 1] as Totals });
  }
  return counts.length === 0 ? <span>{libraryText.noTags}</span> : <CountRow counts={counts} />;
}

/** As many as there is room for; “+2” stands for the rest and names them. No number is ever cut in two. */
function CountRow({ counts }: { readonly counts: readonly LabelCount[] }) {
  const holder = useRef<HTMLSpanElement>(null);
  const row = useRef<HTMLSpanElement>(null);
  const fitting = useFitting(holder, row);
  const rest = fitting === null ? [] : counts.slice(fitting.count);
  const sentences = rest.map(countSentence);
  return (
    <span className="label-counts" ref={holder}>
      <span className="label-count-row" ref={row}>
        {counts.map((count, at) => (
          <span
            key={count.label.id}
            className="label-count"
            title={countSentence(count)}
            data-left-out={(fitting !== null && at >= fitting.count) || undefined}
          >
            <LabelMark label={count.label} />
            <span aria-hidden="true">{labelsText.two(count.totals)}</span>
            <span className="said-only">{`${countSentence(count)}. `}</span>
          </span>
        ))}
      </span>
      {fitting !== null && rest.length > 0 && (
        <span className="label-counts-more" title={sentences.join('\n')} style={{ insetInlineStart: fitting.end }}>
          <span aria-hidden="true">+{rest.length}</span>
          <span className="said-only">{`${sentences.join('. ')}. `}</span>
        </span>
      )}
    </span>
  );
}

function countSentence({ label, totals }: LabelCount): string {
  return `${label.name}: ${countsText(totals)}`;
}
