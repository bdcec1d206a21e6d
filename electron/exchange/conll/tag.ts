/** Tags of tokens: where an entity begins, goes on and ends, in any of the schemes that are in use. */

/** A character of a label that would end the column, or that begins an escape: `%{20}` is a space. */
const unwritable = /[\s\p{C}%]/gu;
const escape = /%\{(?<digits>[0-9a-f]{1,6})\}/gu;

/** A label as it may stand in a column. */
export function labelToTag(label: string): string {
  return label.replaceAll(unwritable, (found) => `%{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

export function tagToLabel(tag: string): string {
  return tag.replaceAll(escape, (found, digits: string) => {
    const codePoint = Number.parseInt(digits, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : found;
  });
}

export interface Tag {
  /** O; B begins; I, M go on; E, L end; S, U are alone. IOB1, IOB2, BIOES, BMES and BILOU are all made of these. */
  readonly place: 'O' | 'B' | 'I' | 'E' | 'S';
  readonly label: string;
}

const outside: Tag = { place: 'O', label: '' };
const places: Readonly<Record<string, Tag['place']>> = { B: 'B', I: 'I', M: 'I', E: 'E', L: 'E', S: 'S', U: 'S' };

/** @returns `null` where it is no tag */
export function parseTag(text: string): Tag | null {
  if (text === 'O') return outside;
  const place = places[text.charAt(0)];
  if (place === undefined || text.charAt(1) !== '-' || text.length < 3) return null;
  return { place, label: tagToLabel(text.slice(2)) };
}

/** Does an entity begin here? As the evaluation of the CoNLL tasks has it, which takes every scheme. */
export function begins(tag: Tag, before: Tag): boolean {
  if (tag.place === 'O') return false;
  if (tag.place === 'B' || tag.place === 'S') return true;
  return before.place === 'O' || before.place === 'E' || before.place === 'S' || before.label !== tag.label;
}

export const noTag = outside;
