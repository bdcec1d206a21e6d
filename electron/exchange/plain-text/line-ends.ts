import type { Origin } from '#shared/domain/document.ts';

/** What ends the lines of a text: CR LF, CR alone, LF alone, several of these, or nothing. */
export function lineEndsOf(text: string): Origin['lineEnds'] {
  const found = new Set(text.match(/\r\n|\r|\n/g));
  if (found.size === 0) return 'none';
  if (found.size > 1) return 'mixed';
  return found.has('\r\n') ? 'crlf' : found.has('\r') ? 'cr' : 'lf';
}

/** Every CR LF and every CR alone becomes LF; the other line separators of Unicode are text and stay. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
