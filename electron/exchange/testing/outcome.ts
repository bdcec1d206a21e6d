/** What becomes of a file, one line for each thing in it: for tables of cases. */
import { wordingOf } from '#shared/domain/occurrence.ts';
import { frozenText } from '../set/annotated-document.ts';
import type { SetFormat } from '../set/format.ts';
import { placeSpans } from '../set/placing.ts';
import type { SetSource } from '../set/source.ts';
import { writtenText } from '../set/token-text.ts';
import { itemsOf } from './set-of-source.ts';

/**
 * “claim: B claims” for a span, with what was repaired in brackets; “where: why” for one that was rejected, and for
 * each problem. @param text of documents whose text is not in the file
 */
export async function outcomesOf(
  source: SetSource,
  format: Pick<SetFormat, 'read'>,
  text = '',
): Promise<readonly string[]> {
  const items = await itemsOf(source, format);
  return items.flatMap((item) => {
    if (item.type === 'problem') return [`${item.where}: ${item.why}`];
    if (item.type !== 'document') return [];
    const found = frozenText(writtenText(item.document) ?? text);
    return placeSpans(item.document, found).map((one) => {
      if (one.type === 'rejected') return `${one.read.where}: ${one.why}`;
      const words = `${one.read.label}: ${wordingOf(found, one.place)}`;
      return one.type === 'ok' ? words : `${words} (${one.how})`;
    });
  });
}
