/** How well a name answers what was typed: every typed letter in order, beginnings of words first. */

/** Higher is better, `null` where a typed letter is missing. Both are `plain`. */
function rankOf(name: string, typed: string): number | null {
  const whole = name.indexOf(typed);
  if (whole !== -1) return 1000 - whole + (startsWord(name, whole) ? 500 : 0);
  let rank = 0;
  let at = -1;
  for (const letter of typed.replaceAll(' ', '')) {
    const next = name.indexOf(letter, at + 1);
    if (next === -1) return null;
    rank += (next === at + 1 ? 4 : 0) + (startsWord(name, next) ? 6 : 0) - Math.min(3, next - at - 1);
    at = next;
  }
  return rank;
}

/** Finds among `items` by name: the best `limit`, best first; equals keep their order. Names are prepared once. */
export function createFinder<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): (typed: string, limit: number) => readonly T[] {
  const names = items.map((item) => ({ item, name: plain(nameOf(item)) }));
  return (typed, limit) => {
    const wanted = plain(typed).replace(/\s+/gu, ' ').trim();
    if (wanted === '') return items.slice(0, limit);
    return names
      .flatMap(({ item, name }) => {
        const rank = rankOf(name, wanted);
        return rank === null ? [] : [{ item, rank }];
      })
      .toSorted((a, b) => b.rank - a.rank)
      .slice(0, limit)
      .map(({ item }) => item);
  };
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
