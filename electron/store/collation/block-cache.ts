/** Blocks read from disk, the ones read first let go first when there is no more room. */
export interface BlockCache {
  readonly get: (id: number) => Uint32Array | undefined;
  readonly put: (id: number, block: Uint32Array) => void;
  readonly clear: () => void;
}

/** What a block costs besides its content. */
const OVERHEAD = 200;

export function createBlockCache(most: number): BlockCache {
  const blocks = new Map<number, Uint32Array>();
  let bytes = 0;
  return {
    clear: () => {
      blocks.clear();
      bytes = 0;
    },
    get: (id) => blocks.get(id),
    put: (id, block) => {
      blocks.set(id, block);
      bytes += block.byteLength + OVERHEAD;
      for (const [oldest, gone] of blocks) {
        if (bytes <= most) break;
        blocks.delete(oldest);
        bytes -= gone.byteLength + OVERHEAD;
      }
    },
  };
}
