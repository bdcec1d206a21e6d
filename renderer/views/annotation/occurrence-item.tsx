import { useRef, useState, type KeyboardEvent } from 'react';
import type { OccurrenceRow } from '#shared/contract/rows.ts';
import { isCounted, isPending, rangesOf, shownStatus } from '#shared/domain/occurrence.ts';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import { statusText } from '#renderer/catalogue/statuses.ts';
import { useMirror, useSelection, useWindowState } from '#renderer/state/hooks.ts';
import { documentOf } from '#renderer/state/selectors.ts';
import { ActionButton, IconButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Excerpt } from './excerpt.tsx';
import { moveAlong } from './list-keys.ts';
import { ReasonField } from './reason-field.tsx';
import { StatusMark } from './status-mark.tsx';

interface OccurrenceItemProps {
  readonly occurrence: OccurrenceRow;
  /** Whether it is the span that the annotator tagged. */
  readonly isOwn: boolean;
  /** The annotated wording, once it is there. */
  readonly wording: string | null;
  /** This occurrence's wording, once it is there. */
  readonly text: string | null;
  /** Before the reader goes there. */
  readonly onGo?: () => void;
}

export function OccurrenceItem({ occurrence, isOwn, wording, text, onGo }: OccurrenceItemProps) {
  const { acts, selection } = useWindowState();
  const document = useMirror((mirror) => documentOf(mirror, occurrence.document));
  const isHere = useSelection((state) => state.document === occurrence.document);
  const [asking, setAsking] = useState(false);
  const jump = useRef<HTMLButtonElement>(null);
  const status = shownStatus(occurrence);
  const counts = isCounted(occurrence);
  const waits = isPending(occurrence);
  const title = document?.title ?? occurrence.document;
  const isCompared = status !== 'exact' && !isOwn && text !== wording;

  // What was pressed may be gone afterwards; the occurrence itself then holds the focus.
  const settle = (): void => jump.current?.focus({ preventScroll: true });
  const attach = async (): Promise<void> => {
    await acts.attach(occurrence);
    settle();
  };
  const detach = async (reason: string | undefined): Promise<void> => {
    if (!(await acts.detach(occurrence, reason))) return;
    setAsking(false);
    settle();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'd' && occurrence.verdict !== 'detached') setAsking(true);
    else if (key === 'a' && !counts) void attach();
    else if (!moveAlong(event.currentTarget, event.key)) return;
    event.preventDefault();
  };

  return (
    <div className="occurrence" data-status={status} data-here={isHere || undefined}>
      <StatusMark status={status} />
      <div className="occurrence-body">
        <button
          ref={jump}
          type="button"
          className="occurrence-jump"
          title={`${title}\n${document?.name ?? ''}`}
          onKeyDown={onKeyDown}
          onClick={() => {
            onGo?.();
            // A broken copy is gone to where it begins: what was put in is not selected with it.
            const [{ start, end } = occurrence] = rangesOf(occurrence);
            selection.goTo({ document: occurrence.document, start, end }, occurrence.annotation);
          }}
        >
          <span className="said-only">{annotationText.goTo(title, statusText[status].word)}</span>
          <span className="occurrence-title" aria-hidden="true">
            {title}
          </span>
          <span className="occurrence-go" aria-hidden="true">
            {isHere ? annotationText.here_ : <Icon name="arrow" />}
          </span>
        </button>
        <Excerpt text={text} wording={isCompared ? wording : null} />
        {occurrence.verdict === 'attached' && occurrence.status !== 'exact' && (
          <p className="occurrence-reason">{annotationText.attachedByHand}</p>
        )}
        {occurrence.reason !== '' && <p className="occurrence-reason">{annotationText.reasonWas(occurrence.reason)}</p>}
        {waits && !asking && (
          <div className="occurrence-verdict">
            <ActionButton keys="A" tip={annotationText.attachLong} onPress={() => void attach()}>
              {annotationText.attach}
            </ActionButton>
            <ActionButton keys="D" tip={annotationText.detachLong} onPress={() => setAsking(true)}>
              {annotationText.detach}
            </ActionButton>
          </div>
        )}
        {asking && (
          <ReasonField
            action={annotationText.detach}
            onCancel={() => {
              setAsking(false);
              settle();
            }}
            onDone={(reason) => void detach(reason)}
          />
        )}
      </div>
      {!waits && !asking && (
        <div className="occurrence-acts">
          {counts ? (
            <IconButton label={annotationText.detachLong} keys="D" onPress={() => setAsking(true)}>
              <Icon name="detach" />
            </IconButton>
          ) : (
            <IconButton label={annotationText.attachLong} keys="A" onPress={() => void attach()}>
              <Icon name="attach" />
            </IconButton>
          )}
        </div>
      )}
    </div>
  );
}
