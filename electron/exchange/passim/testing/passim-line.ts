/**
 * A line as passim 2 writes it into align.json, made without passim: the fields in the order of its program, offsets and
 * padding counted in code points as Python and Spark count them. Shares no code with the reader.
 */

export interface Said {
  readonly id: string;
  readonly series: string;
  readonly text: string;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export function passimLine(one: Said, other: Said): string {
  const [left, right] = [one, other].map(({ text, start, end }) => ({
    begin: Array.from(text.slice(0, start)).length,
    end: Array.from(text.slice(0, end)).length,
    characters: Array.from(text.slice(start, end)).map((character) => (character === '-' ? '\u2010' : character)),
  })) as unknown as [Counted, Counted];
  const [s1, s2] = padded(left.characters, right.characters);
  return JSON.stringify({
    uid2: -3750763034362895,
    uid: 5198743509874350,
    begin2: right.begin,
    end2: right.end,
    begin: left.begin,
    end: left.end,
    id: one.id,
    series: one.series,
    id2: other.id,
    series2: other.series,
    s1: s1.join(''),
    s2: s2.join(''),
    matches: s1.filter((character, at) => character === s2[at]).length,
  });
}

interface Counted {
  readonly begin: number;
  readonly end: number;
  readonly characters: readonly string[];
}

/** The shorter one is padded where the two begin to differ. */
function padded(one: readonly string[], other: readonly string[]): readonly [readonly string[], readonly string[]] {
  const differs = one.findIndex((character, at) => character !== other[at]);
  const at = differs === -1 ? one.length : differs;
  const pad = (characters: readonly string[], length: number): readonly string[] =>
    characters.toSpliced(at, 0, ...Array.from({ length: Math.max(0, length - characters.length) }, () => '-'));
  return [pad(one, other.length), pad(other, one.length)];
}
