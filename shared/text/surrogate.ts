/** True when the UTF-16 offset lies between the two halves of a surrogate pair of `text`. */
export function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  return isTrail(text.charCodeAt(offset)) && isLead(text.charCodeAt(offset - 1));
}

/** True for the first unit of a surrogate pair. */
export function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** True for the second unit of a surrogate pair. */
export function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
