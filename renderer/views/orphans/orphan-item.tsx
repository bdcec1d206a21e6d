import { useState, type ReactNode } from 'react';
import type { ReadOrphan } from '#shared/contract/methods.ts';
import { orphansText } from '#renderer/catalogue/orphans.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { documentOf } from '#renderer/state/selectors.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ReasonField } from '../annotation/reason-field.tsx';
import { LabelMark } from '../labels/label-mark.tsx';

interface OrphanItemProps {
  readonly orphan: ReadOrphan;
  /** Which version it has no place in, where the list is of several. */
  readonly isOfAll: boolean;
  /** What there is to do about it besides saying that it is gone. */
  readonly children: ReactNode;
}

/** One tagged passage of an older version. */
export function OrphanItem({ orphan, isOfAll, children }: OrphanItemProps) {
  const { acts } = useWindowState();
  const { annotation, label: labelId, from, into } = orphan;
  const label = useMirror((mirror) => mirror.rows.label.get(labelId));
  const older = useMirror((mirror) => documentOf(mirror, from.document)?.title ?? from.document);
  const newer = useMirror((mirror) => documentOf(mirror, into)?.title ?? into);
  const [isAsking, setAsking] = useState(false);
  return (
    <li className="orphan">
      {label !== undefined && (
        <p className="pending-label">
          <LabelMark label={label} />
          {label.name}
        </p>
      )}
      <p className="orphan-words">{from.text}</p>
      <p className="orphan-place">
        {orphansText.from(older)}
        {isOfAll && `, ${orphansText.into(newer)}`}
      </p>
      {isAsking ? (
        <ReasonField
          action={orphansText.dismiss}
          onCancel={() => setAsking(false)}
          onDone={(reason) => {
            setAsking(false);
            void acts.dismissOrphan(annotation, into, reason);
          }}
        />
      ) : (
        <div className="orphan-acts">
          {children}
          <ActionButton kind="quiet" onPress={() => setAsking(true)}>
            {orphansText.dismiss}
          </ActionButton>
        </div>
      )}
    </li>
  );
}

export function orphanKey({ annotation, into, from }: ReadOrphan): string {
  return `${annotation}/${into}/${from.document}/${from.start}`;
}
