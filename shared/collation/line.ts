/** What one item of a line is. */
export const SAME = 0;
export const EQUIVALENT = 1;

/**
 * Matched words of two documents in order, under construction and reused: item i is `lengthA[i]`
 * words from `a[i]` and `lengthB[i]` words from `b[i]`, the same words or equivalents of each other.
 */
export class Line {
  count = 0;
  a: Int32Array = new Int32Array(64);
  b: Int32Array = new Int32Array(64);
  lengthA: Int32Array = new Int32Array(64);
  lengthB: Int32Array = new Int32Array(64);
  kind: Int32Array = new Int32Array(64);

  clear(): void {
    this.count = 0;
    if (this.a.length <= 2 ** 20) return;
    for (const column of COLUMNS) this[column] = new Int32Array(64);
  }

  /** Adds the same words in both; on the last item's diagonal and tight after it, they lengthen it. */
  pushSame(a: number, b: number, length: number): void {
    const last = this.count - 1;
    if (last >= 0 && this.kind[last] === SAME && this.endA(last) === a && this.endB(last) === b) {
      this.lengthA[last] = (this.lengthA[last] ?? 0) + length;
      this.lengthB[last] = (this.lengthB[last] ?? 0) + length;
      return;
    }
    this.#push(a, b, length, length, SAME);
  }

  /** Adds the same words in both as an item of its own, whatever stands before it. */
  startSame(a: number, b: number, length: number): void {
    this.#push(a, b, length, length, SAME);
  }

  pushEquivalent(a: number, lengthA: number, b: number, lengthB: number): void {
    this.#push(a, b, lengthA, lengthB, EQUIVALENT);
  }

  /** Adds an item of another line, lengthening the last one if it goes on from it. */
  pushItem(other: Line, item: number): void {
    if (other.kind[item] === SAME) this.pushSame(other.a[item] ?? 0, other.b[item] ?? 0, other.lengthA[item] ?? 0);
    else this.startItem(other, item);
  }

  /** Adds an item of another line as one of its own. */
  startItem(other: Line, item: number): void {
    const [a, b] = [other.a[item] ?? 0, other.b[item] ?? 0];
    this.#push(a, b, other.lengthA[item] ?? 0, other.lengthB[item] ?? 0, other.kind[item] ?? SAME);
  }

  /** Adds the items of a line that was built from its end to its beginning. */
  pushReversed(other: Line): void {
    for (let at = other.count - 1; at >= 0; at -= 1) {
      this.pushItem(other, at);
    }
  }

  /** Takes words off the beginning of an item of the same words. */
  cutStart(item: number, words: number): void {
    this.a[item] = (this.a[item] ?? 0) + words;
    this.b[item] = (this.b[item] ?? 0) + words;
    this.cutEnd(item, words);
  }

  /** Takes words off its end. */
  cutEnd(item: number, words: number): void {
    this.lengthA[item] = (this.lengthA[item] ?? 0) - words;
    this.lengthB[item] = (this.lengthB[item] ?? 0) - words;
  }

  /** The word of `a` after an item. */
  endA(item: number): number {
    return (this.a[item] ?? 0) + (this.lengthA[item] ?? 0);
  }

  endB(item: number): number {
    return (this.b[item] ?? 0) + (this.lengthB[item] ?? 0);
  }

  #push(a: number, b: number, lengthA: number, lengthB: number, kind: number): void {
    const at = this.count;
    if (at === this.a.length) for (const column of COLUMNS) this[column] = doubled(this[column]);
    this.a[at] = a;
    this.b[at] = b;
    this.lengthA[at] = lengthA;
    this.lengthB[at] = lengthB;
    this.kind[at] = kind;
    this.count = at + 1;
  }
}

const COLUMNS = ['a', 'b', 'lengthA', 'lengthB', 'kind'] as const;

function doubled(values: Int32Array): Int32Array {
  const grown = new Int32Array(2 * values.length);
  grown.set(values);
  return grown;
}
