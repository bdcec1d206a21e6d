/** How well a name answers what was typed: every typed letter in order, beginnings of words first. */
import { plainText } from '../plain-text.ts';

/** Higher is better, `null` where a typed letter is missing. Both are plain. */
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

/** Of more names only those are looked at that hold what was typed as it stands: letter by letter nearly all would do. */
const manyNames = 5000;

/**
 * Finds among `items` by name: the best `limit`, best first; equals keep their order. A name is prepared when it is
 * first looked at, and kept as long as its item.
 */
export function createFinder<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  names: { get: (item: T) => string | undefined; set: (item: T, name: string) => unknown } = new Map<T, string>(),
): (typed: string, limit: number) => readonly T[] {
  const nameKept = (item: T): string => {
    let name = names.get(item);
    if (name === undefined) {
      name = plainText(nameOf(item));
      names.set(item, name);
    }
    return name;
  };
  return (typed, limit) => {
    const wanted = plainText(typed).replace(/\s+/gu, ' ').trim();
    if (wanted === '') return items.slice(0, limit);
    const looked = items.length <= manyNames ? items : items.filter((item) => nameKept(item).includes(wanted));
    return looked
      .flatMap((item) => {
        const rank = rankOf(nameKept(item), wanted);
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
