import type { Store } from '#electron/store/store.ts';

const kept = 200;

/**
 * Frozen texts by document id, the last used ones in memory. A text never changes, so nothing here goes stale. Throws
 * for a document that the project does not have.
 */
export function createTextCache(store: Store): (document: string) => string {
  const texts = new Map<string, string>();
  return (document) => {
    const known = texts.get(document);
    if (known !== undefined) {
      texts.delete(document);
      texts.set(document, known);
      return known;
    }
    const text = store.log.text(store.rows.textDigest(document) ?? '');
    if (text === undefined) throw new Error(`no text for document ${document}`);
    texts.set(document, text);
    const oldest = texts.keys().next();
    if (texts.size > kept && oldest.done !== true) texts.delete(oldest.value);
    return text;
  };
}
