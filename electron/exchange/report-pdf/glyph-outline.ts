/** The outline of a glyph as a simple glyph description of TrueType (OpenType 1.9, `glyf`). */
import type { PathCommand } from 'fontkit';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}

/** @returns nothing for a glyph that shows nothing */
export function glyphOutline(commands: readonly PathCommand[]): Uint8Array {
  const { points, ends } = contours(commands);
  if (points.length === 0) return new Uint8Array();
  const size = 10 + 2 * ends.length + 2 + 5 * points.length;
  // Each description begins at a multiple of four.
  const bytes = Buffer.alloc(Math.ceil(size / 4) * 4);
  let at = 0;
  const write = (value: number): void => {
    at = bytes.writeInt16BE(value, at);
  };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  write(ends.length);
  for (const bound of [least(xs), least(ys), most(xs), most(ys)]) write(bound);
  for (const end of ends) write(end);
  write(0);
  // Bit 0: on the curve. Without the other bits coordinates are differences of 16 bits.
  for (const { isOnCurve } of points) at = bytes.writeUInt8(Number(isOnCurve), at);
  for (const all of [xs, ys]) for (const [place, value] of all.entries()) write(value - (all[place - 1] ?? 0));
  return new Uint8Array(bytes);
}

function contours(commands: readonly PathCommand[]): {
  readonly points: readonly Point[];
  readonly ends: readonly number[];
} {
  const points: Point[] = [];
  const ends: number[] = [];
  const add = (x: number | undefined, y: number | undefined, isOnCurve: boolean): void => {
    points.push({ x: Math.round(x ?? 0), y: Math.round(y ?? 0), isOnCurve });
  };
  for (const { command, args } of commands) {
    const [x, y, toX, toY] = args;
    switch (command) {
      case 'moveTo':
      case 'lineTo':
        add(x, y, true);
        break;
      case 'quadraticCurveTo':
        add(x, y, false);
        add(toX, toY, true);
        break;
      case 'closePath':
        if (points.length - 1 > (ends.at(-1) ?? -1)) ends.push(points.length - 1);
        break;
      case 'bezierCurveTo':
        throw new Error('The fonts that are shipped have quadratic curves alone.');
    }
  }
  return { points, ends };
}

function least(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other));
}

function most(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other));
}
