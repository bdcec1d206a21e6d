/** Who a document is: the same text under the same file name is the same document in every project. */
import { sha256Of } from '#electron/store/event-log.ts';

/**
 * The id of a document: a UUIDv8 (RFC 9562 §5.8) made of its file name and its text, so that two people who import
 * the same article apart name the same document, and their annotations meet when the logs are united.
 */
export function documentId(file: string, sha256: string): string {
  const digest = sha256Of(`${file.normalize('NFC')}\u0000${sha256}`);
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

/**
 * A name that is not taken: `a.txt`, `a (2).txt`, `a (3).txt`, … The first free one where the numbers have no holes;
 * found by doubling and halving, so that ten thousand articles of one name do not ask fifty million times.
 */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot) : '';
  const numbered = (number: number): string => `${stem} (${number})${ending}`;
  let taken = 1;
  let free = 2;
  while (isTaken(numbered(free))) {
    taken = free;
    free *= 2;
  }
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2);
    if (isTaken(numbered(middle))) taken = middle;
    else free = middle;
  }
  return numbered(free);
}
