/** Which documents a few typed words mean. */
import type { DocumentRow } from '#shared/contract/rows.ts';
import { plainText } from '../plain-text.ts';

/**
 * Finds words of title, name and source in any order, without case and accents; `null` where nothing was typed. What is
 * looked through is made once a document.
 */
export function createFilter(): (typed: string) => ((document: DocumentRow) => boolean) | null {
  const texts = new WeakMap<DocumentRow, string>();
  const textOf = (document: DocumentRow): string => {
    let text = texts.get(document);
    if (text === undefined) {
      text = plainText(`${document.title} ${document.name} ${document.source}`);
      texts.set(document, text);
    }
    return text;
  };
  return (typed) => {
    const wanted = plainText(typed).split(/\s+/u).filter(Boolean);
    if (wanted.length === 0) return null;
    return (document) => {
      const text = textOf(document);
      return wanted.every((word) => text.includes(word));
    };
  };
}
