/** The text of a document, put together from sentences that say where they begin. */
import { createOffsetTable } from '#shared/text/offsets.ts';
import type { Span } from '#shared/text/span.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { OffsetUnit } from '../set/read-document.ts';
import type { TsvSentence } from './parse.ts';

/** In units of the file: more than this is not between two sentences, nor between all of them. */
const widestGap = 10_000;
const mostGaps = 10_000_000;

export interface TsvText {
  readonly text: string;
  /** The words at a place that the file names, in the unit that was assumed; `null` outside of the text. */
  readonly wordsAt: (span: Span) => string | null;
  /** How many tokens are not what stands at their places. */
  readonly mistaken: number;
}

/**
 * Where a sentence begins one behind the end of the one before, a line end stood between them; where there is more, it
 * is lost in the format, and spaces stand for it (as INCEpTION reads it).
 * @param lead what stands before the first sentence, where the file says it
 */
export function tsvText(
  sentences: readonly TsvSentence[],
  lead: string,
  unit: Extract<OffsetUnit, 'utf-16' | 'code-point'>,
): Result<TsvText, string> {
  const parts: string[] = [];
  let length = 0;
  let gaps = 0;
  const add = (part: string): void => {
    parts.push(part);
    length += unit === 'utf-16' ? part.length : countOf(part);
  };
  for (const { text, units, line } of sentences) {
    const begin = units[0]?.start ?? length + 1;
    const gap = begin - length;
    gaps += Math.max(0, gap);
    if (gap > widestGap || gaps > mostGaps)
      return err(`the sentence of line ${line} begins ${gap} behind the end of the one before`);
    if (gap > 0) add(gapText(gap, parts.length === 0, lead));
    add(text);
  }
  if (sentences.length === 0) add(lead);
  const text = parts.join('');
  const wordsAt = wordsIn(text, unit);
  const mistaken = sentences.flatMap(({ units }) => units).filter((one) => wordsAt(one) !== one.form).length;
  return ok({ text, wordsAt, mistaken });
}

function gapText(gap: number, isFirst: boolean, lead: string): string {
  if (isFirst) return lead === '' ? ' '.repeat(gap) : lead;
  return `\n${' '.repeat(gap - 1)}`;
}

function wordsIn(text: string, unit: OffsetUnit): TsvText['wordsAt'] {
  const isPlain = unit === 'utf-16';
  const table = isPlain ? null : createOffsetTable(text);
  const at = (offset: number): number | null => {
    if (table === null) return offset <= text.length ? offset : null;
    const converted = table.toUtf16(offset);
    return converted.ok ? converted.value : null;
  };
  return ({ start, end }) => {
    const from = at(start);
    const to = at(end);
    return from === null || to === null || from > to ? null : text.slice(from, to);
  };
}

function countOf(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) count += 1;
  return count;
}
