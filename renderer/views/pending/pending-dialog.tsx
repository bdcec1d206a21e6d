import { useEffect, useRef } from 'react';
import type { LabelRow } from '#shared/contract/rows.ts';
import { pendingText } from '#renderer/catalogue/pending.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import type { ShownOccurrence } from '#renderer/state/selectors.ts';
import { WindowDialog } from '#renderer/ui/dialog.tsx';
import { OccurrenceItem } from '../annotation/occurrence-item.tsx';
import { stretchKey, usePassageTexts } from '../annotation/passage-texts.ts';
import { LabelMark } from '../labels/label-mark.tsx';
import { usePendingOccurrences } from './pending-occurrences.ts';

/** Every occurrence that is not certain enough to count by itself. */
export function PendingDialog({ onClose }: { readonly onClose: () => void }) {
  const { occurrences, isReading, moreDocuments } = usePendingOccurrences();
  const list = useRef<HTMLUListElement>(null);

  // What was judged leaves the list, and the focus with it: on to the next.
  useEffect(() => {
    const dialog = list.current?.closest<HTMLElement>('[role="dialog"]');
    if (dialog?.contains(document.activeElement) === true && document.activeElement !== dialog) return;
    (list.current?.querySelector<HTMLElement>('.occurrence-jump') ?? dialog)?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the length says that one has left
  }, [occurrences.length]);

  return (
    <WindowDialog title={pendingText.name} closeLabel={pendingText.close} onClose={onClose} className="pending">
      <p className="dialog-lead">{pendingText.explained}</p>
      {occurrences.length === 0 && <p className="pane-empty">{isReading ? pendingText.reading : pendingText.none}</p>}
      <ul ref={list} className="pending-list occurrences" aria-label={pendingText.name}>
        {occurrences.map((item) => (
          <li key={item.key}>
            <PendingItem item={item} onGo={onClose} />
          </li>
        ))}
      </ul>
      {moreDocuments > 0 && <p className="dialog-lead">{pendingText.more(moreDocuments)}</p>}
    </WindowDialog>
  );
}

function PendingItem({ item, onGo }: { readonly item: ShownOccurrence; readonly onGo: () => void }) {
  const { annotation, occurrence } = item;
  const label: LabelRow | undefined = useMirror((mirror) => mirror.rows.label.get(annotation.label));
  const texts = usePassageTexts(annotation, [occurrence]);
  return (
    <>
      {label !== undefined && (
        <p className="pending-label">
          <LabelMark label={label} />
          {label.name}
        </p>
      )}
      <OccurrenceItem
        occurrence={occurrence}
        isOwn={false}
        wording={texts.get(stretchKey(annotation)) ?? null}
        text={texts.get(stretchKey(occurrence)) ?? null}
        onGo={onGo}
      />
    </>
  );
}
