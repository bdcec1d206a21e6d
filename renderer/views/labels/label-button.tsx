import type { LabelRow } from '#shared/contract/rows.ts';
import { labelsText } from '#renderer/catalogue/labels.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { countsOf, type Totals } from '#renderer/state/selectors.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { LabelMark } from './label-mark.tsx';

interface LabelButtonProps {
  readonly label: LabelRow;
  /** The open document, or empty. */
  readonly document: string;
  /** Whether there is a selection to tag. Without one the button stays reachable and says what is missing. */
  readonly isReady: boolean;
  /** Id of the element that explains what a press would do. */
  readonly hint: string;
}

const nothing: Totals = { passages: 0, occurrences: 0, pending: 0 };

export function LabelButton({ label, document, isReady, hint }: LabelButtonProps) {
  const { acts } = useWindowState();
  const here = useMirror((mirror) => (document === '' ? nothing : countsOf(mirror, label.id, document)));
  const everywhere = useMirror((mirror) => countsOf(mirror, label.id, ''));
  return (
    <button
      type="button"
      className="label-button"
      aria-describedby={hint}
      aria-disabled={!isReady}
      aria-keyshortcuts={label.key === '' ? undefined : label.key}
      // The text keeps the focus and shows what is selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void acts.tagSelection(label.id)}
    >
      <span className="said-only">{labelsText.button(label.name, here, everywhere)}</span>
      <span className="label-key">{label.key !== '' && <KeyHint keys={label.key} />}</span>
      <LabelMark label={label} />
      <span className="label-name" title={label.name} aria-hidden="true">
        {label.name}
      </span>
      <Numbers counts={here} explained={labelsText.inDocument(here)} />
      <Numbers counts={everywhere} explained={labelsText.inProject(everywhere)} />
    </button>
  );
}

/** Keyed by what it shows: a number that has changed settles visibly. */
function Numbers({ counts, explained }: { readonly counts: Totals; readonly explained: string }) {
  const text = labelsText.two(counts);
  return (
    <span
      className="label-numbers"
      title={explained}
      aria-hidden="true"
      data-none={counts.occurrences === 0 || undefined}
    >
      <span key={text} className="settles">
        {text}
      </span>
    </span>
  );
}
