import type { Database } from 'better-sqlite3';
import { wordsOf } from '#shared/domain/same-words.ts';
import type { Span } from '#shared/text/span.ts';
import { query } from '../statement.ts';

const kept = 50;

/**
 * The words of a place, range by range: its span without punctuation and space at the edges, so that two people who tagged the same
 * words, one with the quotation marks and one without, tagged the same place. The span itself where the document's
 * text is not here. The last texts used are kept; a text never changes.
 */
export function openPlaceWords(db: Database): (document: string, ranges: readonly Span[]) => readonly Span[] {
  const textOf = query<[string], { text: string }>(
    db,
    'SELECT t.text FROM document d JOIN text t ON t.sha256 = d.sha256 WHERE d.id = ?',
  );
  const texts = new Map<string, string>();
  return (document, ranges) => {
    let text = texts.get(document);
    if (text === undefined) {
      text = textOf.get(document)?.text;
      if (text === undefined) return ranges;
      const [oldest] = texts.keys();
      if (texts.size >= kept && oldest !== undefined) texts.delete(oldest);
      texts.set(document, text);
    }
    const frozen = text;
    return ranges.map((range) => {
      const words = wordsOf(frozen, range);
      return words.start < words.end ? words : range;
    });
  };
}
