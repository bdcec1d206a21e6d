/**
 * The first place where two values made of plain objects, arrays and primitives differ, as a path such as
 * `annotations[3].note`; `null` where they are equal.
 */
export function firstDifference(expected: unknown, found: unknown, at = ''): string | null {
  if (Object.is(expected, found)) return null;
  const place = at === '' ? 'the whole file' : at;
  if (Array.isArray(expected) && Array.isArray(found)) {
    if (expected.length !== found.length) return `${place} (${expected.length} there, ${found.length} in the file)`;
    return firstOf(expected, (item: unknown, index) => firstDifference(item, found[index], `${at}[${index}]`));
  }
  if (!isRecord(expected) || !isRecord(found)) return place;
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return firstOf(keys, (key) => firstDifference(expected[key], found[key], at === '' ? key : `${at}.${key}`));
}

function firstOf<T>(items: readonly T[], find: (item: T, index: number) => string | null): string | null {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== null) return found;
  }
  return null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
