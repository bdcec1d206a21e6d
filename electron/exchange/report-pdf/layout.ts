/** Text set into lines: pure arithmetic on widths. All lengths in points. */

export interface Piece {
  readonly text: string;
  /** Of the font that has its characters. */
  readonly font: string;
  readonly width: number;
  /** What it is drawn with; pieces of one look that stand together are drawn as one. */
  readonly look: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
}

/** @param look its size is that of its look */
export type Measure = (text: string, font: string, look: number) => number;

/**
 * Words are kept together where they fit, and broken between characters where they do not. A word is what stands between
 * spaces, whatever looks and fonts it has; a line may also end after a hyphen, a dash or a slash.
 */
export function breakLines(pieces: readonly Piece[], width: number, measure: Measure): readonly Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  let filled = 0;
  const end = (): void => {
    lines.push({ pieces: line });
    line = [];
    filled = 0;
  };
  for (const word of words(pieces)) {
    const whole = word.reduce((sum, piece) => sum + piece.width, 0);
    // Space at the end of a line may stand out of it.
    const seen = whole - trailingSpace(word, measure);
    if (filled > 0 && filled + seen > width) end();
    for (const piece of seen > width ? word.flatMap((one) => characters(one, measure)) : word) {
      if (seen > width && filled > 0 && filled + piece.width > width) end();
      line.push(piece);
      filled += piece.width;
    }
  }
  if (line.length > 0 || lines.length === 0) end();
  return lines;
}

function trailingSpace(word: readonly Piece[], measure: Measure): number {
  const last = word.at(-1);
  if (last === undefined || !last.text.endsWith(' ')) return 0;
  return last.width - measure(last.text.trimEnd(), last.font, last.look);
}

/** Pieces never reach over the end of a word: they were cut there. */
function* words(pieces: readonly Piece[]): Generator<readonly Piece[]> {
  let word: Piece[] = [];
  for (const piece of pieces) {
    word.push(piece);
    if (!/[ \-–—/]$/u.test(piece.text)) continue;
    yield word;
    word = [];
  }
  if (word.length > 0) yield word;
}

const wordEnd = /(?<=[ \-–—/])(?=[^ \-–—/])/u;

/** A text in pieces as `breakLines` wants them. */
export function cutPieces(text: string, font: string, look: number, measure: Measure): readonly Piece[] {
  return text.split(wordEnd).map((part) => ({ text: part, font, look, width: measure(part, font, look) }));
}

function characters(piece: Piece, measure: Measure): readonly Piece[] {
  return Array.from(piece.text, (character) => ({
    ...piece,
    text: character,
    width: measure(character, piece.font, piece.look),
  }));
}

/** Neighbours of one font and look as one. */
export function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && last.font === piece.font && last.look === piece.look)
      joined[joined.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width };
    else joined.push(piece);
  }
  return joined;
}
