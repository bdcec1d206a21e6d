/**
 * Does a line of JSON hold more commas, brackets and braces outside its strings than `limit`? Looked at before parsing:
 * a line of nothing but brackets costs the parser nearly fifty times its length in memory.
 */
export function hasMoreValues(bytes: Uint8Array, limit: number): boolean {
  if (bytes.length <= limit) return false;
  let count = 0;
  let isInString = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isInString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isInString = false;
    } else if (byte === quote) isInString = true;
    else if (byte === comma || byte === bracket || byte === brace) {
      count += 1;
      if (count > limit) return true;
    }
  }
  return false;
}

const quote = 0x22;
const comma = 0x2c;
const bracket = 0x5b;
const backslash = 0x5c;
const brace = 0x7b;
