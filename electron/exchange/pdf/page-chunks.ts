/** The words of a page as chunks: stretches of a line without a gap, with their places. */

/** As the library gives it, in the page's own coordinates. */
export interface PageItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Places in points, from the top left corner of the page as it is looked at. */
export interface Chunk {
  text: string;
  left: number;
  right: number;
  /** The line that the letters stand on. */
  readonly baseline: number;
  readonly size: number;
}

export interface PageChunks {
  readonly chunks: readonly Chunk[];
  /** Letters that do not stand upright on the page, left out. */
  readonly turned: number;
}

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly turn: number;
}

/** Of the letters' size: from here on a gap is a space, and from there on it parts columns. */
const spaceGap = 0.16;
const chunkGap = 1.1;

/** The marks of lists in fonts of symbols, which PDF programs map to private characters: U+F000 and the font's code. */
const symbolBullets = /[\uf095\uf0a7\uf0b7\uf0d8]/g;

/** @param view turns the page's coordinates into those it is looked at in */
export function pageChunks(items: readonly PageItem[], view: readonly number[]): PageChunks {
  const placed = items.flatMap((item) => place(item, view));
  const turn = usualTurn(placed);
  const upright = placed.filter((item) => item.turn === turn).map((item) => (turn === 0 ? item : turned(item, turn)));
  const left = placed.filter((item) => item.turn !== turn);
  return {
    chunks: rowsOf(upright).flatMap(chunksOf),
    turned: left.reduce((sum, { text }) => sum + text.trim().length, 0),
  };
}

function place({ str, transform, width }: PageItem, view: readonly number[]): readonly Placed[] {
  if (str === '') return [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const [x, y] = [va * e + vc * f + ve, vb * e + vd * f + vf];
  const [directionX, directionY] = [va * a + vc * b, vb * a + vd * b];
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d);
  if (![x, y, size, width].every(Number.isFinite) || size <= 0) return [];
  const turn = (Math.round(Math.atan2(directionY, directionX) / (Math.PI / 2)) + 4) % 4;
  const isStraight = Math.min(Math.abs(directionX), Math.abs(directionY)) < 0.02 * Math.hypot(directionX, directionY);
  const text = str.replaceAll('\u0000', '').replace(symbolBullets, '•');
  return [{ text, left: x, right: x + Math.abs(width), baseline: y, size, turn: isStraight ? turn : -1 }];
}

/** The whole page may be turned; a stamp on its margin is not the page. */
function usualTurn(placed: readonly Placed[]): number {
  const letters = new Map<number, number>();
  for (const { turn, text } of placed) letters.set(turn, (letters.get(turn) ?? 0) + text.trim().length);
  letters.delete(-1);
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

function turned({ left, right, baseline, ...item }: Placed, turn: number): Placed {
  const width = right - left;
  const [x, y] = turn === 1 ? [baseline, -left] : turn === 2 ? [-left, -baseline] : [-baseline, left];
  return { ...item, left: x, right: x + width, baseline: y };
}

/** Items on one line of the page, whatever column they are in. */
function rowsOf(items: readonly Placed[]): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const item of items.toSorted((a, b) => a.baseline - b.baseline)) {
    if (rows.length === 0 || item.baseline - bottom > 0.4 * item.size) {
      rows.push([]);
      bottom = item.baseline;
    }
    rows.at(-1)?.push(item);
  }
  return rows;
}

function chunksOf(row: readonly Placed[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let isSpaced = false;
  for (const item of row.toSorted((a, b) => a.left - b.left)) {
    const last = chunks.at(-1);
    if (item.text.trim() === '') {
      isSpaced = true;
      continue;
    }
    const size = Math.max(item.size, last?.size ?? 0);
    const gap = last === undefined ? 0 : item.left - last.right;
    if (last === undefined || gap > chunkGap * size) {
      chunks.push({ ...itemChunk(item) });
    } else {
      // Letters printed twice, a little apart, are bold letters.
      const isTwice = item.left < last.right - 0.5 * (item.right - item.left) && last.text.endsWith(item.text.trim());
      if (isTwice) continue;
      const isApart = isSpaced || gap > spaceGap * size || item.text.startsWith(' ') || last.text.endsWith(' ');
      last.text = `${last.text.trimEnd()}${isApart ? ' ' : ''}${item.text.trimStart()}`;
      last.right = Math.max(last.right, item.right);
    }
    isSpaced = item.text.endsWith(' ');
  }
  return chunks.map((chunk) => ({ ...chunk, text: chunk.text.trim() }));
}

function itemChunk({ text, left, right, baseline, size }: Placed): Chunk {
  return { text, left, right, baseline, size };
}
