import type { Origin } from '#shared/domain/document.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { lineEndsOf, withLineFeeds } from './line-ends.ts';

const byteOrderMark = '\ufeff';

export interface FrozenText {
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly lineEnds: Origin['lineEnds'];
}

/**
 * A decoded text as it is frozen, wherever it came from: one byte order mark is dropped, line ends become LF, nothing
 * else is changed. Refused: NUL, half a surrogate pair, and what has nothing to see.
 */
export function freezeText(decoded: string): Result<FrozenText, 'nul' | 'half character' | 'blank'> {
  if (decoded.includes('\u0000')) return err('nul');
  if (!decoded.isWellFormed()) return err('half character');
  const hasMark = decoded.startsWith(byteOrderMark);
  const written = hasMark ? decoded.slice(1) : decoded;
  if (!/[^\p{Z}\p{Cc}\p{Cf}]/u.test(written)) return err('blank');
  return ok({ text: withLineFeeds(written), byteOrderMark: hasMark, lineEnds: lineEndsOf(written) });
}
