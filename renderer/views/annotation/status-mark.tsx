import type { ShownStatus } from '#shared/domain/occurrence.ts';
import { statusText } from '#renderer/catalogue/statuses.ts';

/** The filled part of the circle. */
const fills: Readonly<Record<ShownStatus, string>> = {
  exact: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3Z',
  edited: 'M8 3a5 5 0 0 0 0 10Z',
  differs: 'M8 3a5 5 0 0 1 0 10Z',
  partial: 'M8 3a5 5 0 0 1 5 5H8Z',
  detached: '',
};

/** ● exact, ◐ edited, ◑ differs, ◔ partial, ○ detached. */
export function StatusMark({ status }: { readonly status: ShownStatus }) {
  const { word, meaning } = statusText[status];
  return (
    <svg
      className={`status-mark status-${status}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn in the colours of the theme, as no <img> can be
      role="img"
      aria-label={word}
    >
      <title>{meaning}</title>
      <circle cx="8" cy="8" r="5" />
      {fills[status] !== '' && <path d={fills[status]} />}
    </svg>
  );
}
