/**
 * The lines of a page in reading order: the page is cut along gutters that no line crosses (columns, left to right) and
 * along lines that cross a gutter (headlines, top to bottom), as long as that finds columns of text.
 */
import type { Chunk } from './page-chunks.ts';

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Lines under one another, none beside another. */
export type Column = readonly Line[];

const deepestCut = 8;
/** A page of a newspaper has some thousand; more are a drawing, and have no columns. */
const mostChunks = 8000;
/** Of the usual size of letters. */
const gutterWidth = 0.9;
/** Columns of fewer lines, or of shorter ones on average, are cells of a table. */
const fewestLines = 3;
const shortestLine = 15;

export function readingOrder(chunks: readonly Chunk[], isRightToLeft: boolean, depth = 0): readonly Column[] {
  if (chunks.length === 0) return [];
  const bands = depth < deepestCut && chunks.length <= mostChunks ? cut(chunks, isRightToLeft) : null;
  return bands === null ? [linesOf(chunks)] : bands.flatMap((band) => readingOrder(band, isRightToLeft, depth + 1));
}

/** Parts in reading order, or `null` where there is one column only. */
function cut(chunks: readonly Chunk[], isRightToLeft: boolean): readonly (readonly Chunk[])[] | null {
  const gutter = bestGutter(chunks);
  if (gutter === null) return null;
  const sorted = chunks.toSorted((a, b) => a.baseline - b.baseline);
  const parts: Chunk[][] = [];
  let [left, right]: [Chunk[], Chunk[]] = [[], []];
  let across: Chunk[] = [];
  const endColumns = (): void => {
    parts.push(...(isRightToLeft ? [right, left] : [left, right]));
    [left, right] = [[], []];
  };
  for (const chunk of sorted) {
    const isAcross = chunk.left < gutter && chunk.right > gutter;
    if (isAcross) {
      endColumns();
      across.push(chunk);
      continue;
    }
    if (across.length > 0) parts.push(across);
    across = [];
    (chunk.right <= gutter ? left : right).push(chunk);
  }
  endColumns();
  if (across.length > 0) parts.push(across);
  const filled = parts.filter((part) => part.length > 0);
  // Nothing is parted where all of it lies on one side, or everything crosses.
  return filled.length > 1 ? filled : null;
}

/** Where columns part: crossed by few lines, with lines of text on both sides beside one another. */
function bestGutter(chunks: readonly Chunk[]): number | null {
  const size = median(chunks.map((chunk) => chunk.size));
  const edges = [...new Set(chunks.map(({ right }) => Math.round(right * 2) / 2))];
  let best: { readonly at: number; readonly crossed: number; readonly width: number } | null = null;
  const looked = edges.length > 200 ? commonEdges(chunks) : edges;
  for (const edge of looked) {
    const at = edge + 0.25;
    const [left, right, across] = sides(chunks, at);
    if (left.length < fewestLines || right.length < fewestLines) continue;
    if (across.length > 0.35 * Math.min(left.length, right.length) + 1) continue;
    const width =
      percentile(
        right.map((chunk) => chunk.left),
        0.02,
      ) - edge;
    if (width < gutterWidth * size || !areBeside(left, right) || isTable(left, right)) continue;
    if (best === null || across.length < best.crossed || (across.length === best.crossed && width > best.width)) {
      best = { at: edge + width / 2, crossed: across.length, width };
    }
  }
  return best?.at ?? null;
}

/** On a page of very many chunks, only the right edges that most of them share. */
function commonEdges(chunks: readonly Chunk[]): readonly number[] {
  const tally = new Map<number, number>();
  for (const { right } of chunks)
    tally.set(Math.round(right / 4) * 4 + 4, (tally.get(Math.round(right / 4) * 4 + 4) ?? 0) + 1);
  return [...tally]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 60)
    .map(([edge]) => edge);
}

function sides(chunks: readonly Chunk[], at: number): readonly [Chunk[], Chunk[], Chunk[]] {
  const [left, right, across]: [Chunk[], Chunk[], Chunk[]] = [[], [], []];
  for (const chunk of chunks) (chunk.right <= at ? left : chunk.left >= at ? right : across).push(chunk);
  return [left, right, across];
}

function areBeside(left: readonly Chunk[], right: readonly Chunk[]): boolean {
  const [top, bottom] = [extent(left), extent(right)];
  const shared = Math.min(top[1], bottom[1]) - Math.max(top[0], bottom[0]);
  return shared > 0.2 * Math.min(top[1] - top[0], bottom[1] - bottom[0]);
}

function extent(chunks: readonly Chunk[]): readonly [number, number] {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { baseline } of chunks) [top, bottom] = [Math.min(top, baseline), Math.max(bottom, baseline)];
  return [top, bottom];
}

/** Cells have few letters a line, however wide the gaps in it are. */
function isTable(left: readonly Chunk[], right: readonly Chunk[]): boolean {
  const average = (side: readonly Chunk[]): number => {
    const lines = new Set(side.map(({ baseline }) => Math.round(baseline / 2)));
    return side.reduce((sum, { text }) => sum + text.length, 0) / lines.size;
  };
  return Math.min(average(left), average(right)) < shortestLine;
}

/** Chunks on one baseline are one line, from left to right. */
function linesOf(chunks: readonly Chunk[]): readonly Line[] {
  const rows: Chunk[][] = [];
  for (const chunk of chunks.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const last = rows.at(-1)?.[0];
    if (last === undefined || chunk.baseline - last.baseline > 0.4 * chunk.size) rows.push([chunk]);
    else rows.at(-1)?.push(chunk);
  }
  return rows.map((row) => {
    const sorted = row.toSorted((a, b) => a.left - b.left);
    return {
      text: sorted.map(({ text }) => text).join(' '),
      left: Math.min(...sorted.map(({ left }) => left)),
      right: Math.max(...sorted.map(({ right }) => right)),
      baseline: sorted[0]?.baseline ?? 0,
      size: Math.max(...sorted.map(({ size }) => size)),
    };
  });
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
