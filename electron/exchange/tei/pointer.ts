/**
 * Pointers of TEI to places in a text: `#id`, and the `string-index(id, n)` of its pointer schemes (TEI P5, 17.2.4), which
 * counts characters from the beginning of an element. Others, `xpath()` and `match()` among them, would have to be run
 * and are refused.
 */
export type Pointer =
  | { readonly type: 'element'; readonly id: string }
  | { readonly type: 'character'; readonly id: string; readonly index: number };

/** `null` where it is none that we follow. */
export function readPointer(written: string): Pointer | null {
  const character = /^#?string-index\(\s*#?([^\s,()]+)\s*,\s*(\d{1,15})\s*\)$/u.exec(written);
  if (character !== null) return { type: 'character', id: character[1] ?? '', index: Number(character[2]) };
  const element = /^#([^\s#()]+)$/u.exec(written);
  return element === null ? null : { type: 'element', id: element[1] ?? '' };
}

/** The pointers of an attribute that may have several, parted by spaces that stand in no brackets. */
export function pointersIn(written: string): readonly string[] {
  if (!written.includes('(')) return written.split(/\s+/u).filter((one) => one !== '');
  const found: string[] = [];
  let depth = 0;
  let pointer = '';
  for (const sign of `${written} `) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth > 0 || sign.trim() !== '') {
      pointer += sign;
      continue;
    }
    if (pointer !== '') found.push(pointer);
    pointer = '';
  }
  return pointer === '' ? found : [...found, pointer];
}

/** What stands behind the last `#`. */
export function idOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('#') + 1);
}
