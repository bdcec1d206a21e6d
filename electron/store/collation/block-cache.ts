/**
 * Blocks read from disk, in two pieces of memory that are taken for good: when one is full, the other is emptied and
 * filled, and what is asked for in the elder one is carried over. (Blocks as arrays of their own, once they were let go,
 * lay about until the engine looked for them, and left the memory in pieces.)
 */
export interface BlockCache {
  /** Valid until the next call. */
  readonly get: (id: number) => Uint32Array | undefined;
  /** A block of more than half the cache is not kept. */
  readonly put: (id: number, block: Uint32Array) => void;
  readonly clear: () => void;
}

/** Bytes that a block costs besides its content: its entry in a map. */
const OVERHEAD = 60;

interface Half {
  readonly room: Uint32Array;
  /** Where each block begins; the number there is how long it is. */
  readonly begins: Map<number, number>;
  filled: number;
}

export function createBlockCache(bytes: number): BlockCache {
  const half = (): Half => ({
    room: new Uint32Array(Math.max(1, Math.floor(bytes / 8))),
    begins: new Map(),
    filled: 0,
  });
  let younger = half();
  let elder = half();

  const empty = (one: Half): void => {
    one.begins.clear();
    one.filled = 0;
  };
  const find = ({ room, begins }: Half, id: number): Uint32Array | undefined => {
    const begin = begins.get(id);
    return begin === undefined ? undefined : room.subarray(begin + 1, begin + 1 + (room[begin] ?? 0));
  };
  const put = (id: number, block: Uint32Array): void => {
    const needed = block.length + 1;
    const taken = younger.filled + (younger.begins.size * OVERHEAD) / Uint32Array.BYTES_PER_ELEMENT;
    if (taken + needed > younger.room.length) {
      if (needed > younger.room.length) return;
      [younger, elder] = [elder, younger];
      empty(younger);
    }
    const begin = younger.filled;
    // First the content: it may come from this very piece of memory, further on.
    younger.room.set(block, begin + 1);
    younger.room[begin] = block.length;
    younger.begins.set(id, begin);
    younger.filled += needed;
  };

  return {
    get: (id) => {
      const known = find(younger, id);
      if (known !== undefined) return known;
      const block = find(elder, id);
      if (block === undefined) return undefined;
      put(id, block);
      return find(younger, id);
    },
    put,
    clear: () => {
      empty(younger);
      empty(elder);
    },
  };
}
