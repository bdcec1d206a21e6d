import { useEffect } from 'react';
import { statusBarText } from '#renderer/catalogue/status-bar.ts';
import { useNotices, useWindowState } from '#renderer/state/hooks.ts';
import type { Notice } from '#renderer/state/notices.ts';
import { IconButton } from '#renderer/ui/action-button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';

/** Good news goes by itself; a refusal stays until it is dismissed or five newer ones have come. */
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

function NoticeItem({ notice }: { readonly notice: Notice }) {
  const { notices } = useWindowState();
  const { id, kind, text } = notice;
  const dismiss = (): void => {
    for (const same of notices.store.getState().notices) if (same.text === text) notices.dismiss(same.id);
  };
  useEffect(() => {
    if (kind !== 'done') return undefined;
    const timer = setTimeout(() => notices.dismiss(id), doneStands);
    return () => clearTimeout(timer);
  }, [notices, id, kind]);
  return (
    <span className={`notice notice-${kind}`}>
      {kind === 'refusal' && <span className="notice-kind">{statusBarText.refusal}</span>}
      <span className="notice-text">{text}</span>
      <IconButton label={statusBarText.dismiss} onPress={dismiss}>
        <Icon name="close" />
      </IconButton>
    </span>
  );
}
