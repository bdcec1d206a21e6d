import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockCache } from './block-cache.ts';

const block = (length: number, value: number): Uint32Array => new Uint32Array(length).fill(value);

describe('blocks that are kept', () => {
  it('are what was put, whatever came and went in between; what was put last is there', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }), fc.boolean()), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, (taken) => {
        const cache = createBlockCache(1600);
        const put = new Map<number, Uint32Array>();
        for (const [id, length, isPut] of taken) {
          // A row of the index never changes: an id is put with the same content each time.
          const content = put.get(id) ?? block(length, id);
          const known = cache.get(id);
          if (known !== undefined) expect([...known]).toEqual([...content]);
          if (!isPut || known !== undefined) continue;
          put.set(id, content);
          cache.put(id, content);
          expect([...(cache.get(id) ?? [])]).toEqual([...content]);
        }
      }),
    );
  });

  it('stay as long as they are asked for', () => {
    const cache = createBlockCache(4000);
    cache.put(1, block(20, 7));
    for (let id = 2; id < 300; id += 1) {
      cache.put(id, block(20, id));
      expect(cache.get(1)?.[19]).toBe(7);
    }
    expect(cache.get(2)).toBeUndefined();
  });

  it('are none that are longer than half the cache, and none after it was cleared', () => {
    const cache = createBlockCache(800);
    cache.put(1, block(100, 1));
    cache.put(2, block(10, 2));
    expect([cache.get(1), cache.get(2)?.length]).toEqual([undefined, 10]);
    cache.clear();
    expect(cache.get(2)).toBeUndefined();
  });
});
