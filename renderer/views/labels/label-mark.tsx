import type { LabelRow } from '#shared/contract/rows.ts';
import { labelClass } from '#renderer/editor/label-class.ts';

/** A label's colour and line, as in the text. Its name is always written beside it. */
export function LabelMark({ label }: { readonly label: Pick<LabelRow, 'id' | 'position'> }) {
  return (
    <span className={`label-mark ${labelClass(label)}`} aria-hidden="true">
      {'\u2003\u2003'}
    </span>
  );
}
