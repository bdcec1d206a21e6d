import { useEffect, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { statusBarText } from '#renderer/catalogue/status-bar.ts';
import { useNotices, useWindowState } from '#renderer/state/hooks.ts';
import type { Notice } from '#renderer/state/notices.ts';
import { IconButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';

/** Good news goes by itself; a refusal stays until it is dismissed, or until something is done. */
const doneStands = 8000;

/** What was refused or done, newest last. The region is always there, so that screen readers hear what comes into it. */
export function NoticeLine() {
  const notices = useNotices();
  return (
    <output className="notices" aria-label={statusBarText.notices}>
      {withoutRepeats(notices).map((notice) => (
        <NoticeItem key={notice.id} notice={notice} />
      ))}
    </output>
  );
}

/** A sentence said again is shown once: in its latest place. */
function withoutRepeats(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(({ text }, at) => !notices.slice(at + 1).some((later) => later.text === text));
}

/** One sentence; a single detail stands below it, several are shown when asked for. */
function NoticeItem({ notice }: { readonly notice: Notice }) {
  const { notices } = useWindowState();
  const { id, kind, text, details } = notice;
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const dismiss = (): void => {
    for (const same of notices.store.getState().notices) if (same.text === text) notices.dismiss(same.id);
  };
  useEffect(() => {
    // What is being read does not go by itself.
    if (kind !== 'done' || isOpen) return undefined;
    const timer = setTimeout(() => notices.dismiss(id), doneStands);
    return () => clearTimeout(timer);
  }, [notices, id, kind, isOpen]);
  return (
    <span className={`notice notice-${kind}`}>
      {kind === 'refusal' && <span className="notice-kind">{statusBarText.refusal}</span>}
      <span className="notice-text">
        {text}
        {details.length > 1 && (
          <Button
            className="notice-more"
            aria-expanded={isOpen}
            aria-controls={listId}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? statusBarText.hide : statusBarText.show}
          </Button>
        )}
        <span className="notice-details" id={listId}>
          {(details.length === 1 || isOpen) &&
            details.map((detail) => (
              <span key={detail} className="notice-detail">
                {detail}
              </span>
            ))}
        </span>
      </span>
      <IconButton label={statusBarText.dismiss} onPress={dismiss}>
        <Icon name="close" />
      </IconButton>
    </span>
  );
}
