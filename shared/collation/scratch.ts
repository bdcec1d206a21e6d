/** Above this many places an array is let go after use and not kept for the next call. */
const KEPT = 2 ** 20;

/**
 * Integers to work with, kept from one call to the next so that aligning two documents makes no
 * garbage. What is in it belongs to nobody between calls; calls must not be nested.
 */
export class Scratch {
  #values = new Int32Array(256);

  /** At least `count` integers, as the last call left them. */
  take(count: number): Int32Array {
    if (this.#values.length < count) {
      const grown = new Int32Array(Math.max(count, 2 * this.#values.length));
      grown.set(this.#values);
      this.#values = grown;
    }
    return this.#values;
  }

  /** To be called when a call ends: a huge text leaves no huge array behind. */
  letGo(): void {
    if (this.#values.length > KEPT) this.#values = new Int32Array(256);
  }
}

/** The same integers with as much room again behind them. */
export function doubled(from: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(from.length * 2);
  wider.set(from);
  return wider;
}
