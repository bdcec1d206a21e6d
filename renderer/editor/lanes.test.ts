import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLanes, type KeyedSpan, type Lanes } from './lanes.ts';

/** `'a 0-5'`: key, start and end. */
function spans(...texts: readonly string[]): readonly KeyedSpan[] {
  return texts.map((text) => {
    const [key = '', start = 0, end = 0] = text.split(/[ -]/u).map((part, at) => (at === 0 ? part : Number(part)));
    return { key: String(key), start: Number(start), end: Number(end) };
  });
}

function shown(lanes: Lanes): string {
  return [...lanes].map(([key, lane]) => `${key}${lane}`).join(' ');
}

const someSpans = fc
  .uniqueArray(
    fc.record({
      key: fc.integer({ max: 99, min: 0 }).map(String),
      start: fc.nat(50),
      length: fc.integer({ min: 1, max: 20 }),
    }),
    {
      selector: ({ key }) => key,
      maxLength: 30,
    },
  )
  .map((items) =>
    items
      .map(({ key, start, length }): KeyedSpan => ({ key, start, end: start + length }))
      .toSorted((a, b) => a.start - b.start),
  );

function expectApart(items: readonly KeyedSpan[], lanes: Lanes): void {
  for (const a of items) {
    for (const b of items) {
      const overlap = a.key !== b.key && a.start < b.end && b.start < a.end;
      if (overlap) expect(lanes.get(a.key)).not.toBe(lanes.get(b.key));
    }
  }
}

describe('lanes', () => {
  it('are the same for spans that only touch', () => {
    expect(shown(assignLanes(spans('a 0-5', 'b 5-9'), new Map()))).toBe('a0 b0');
  });

  it('are different for spans that overlap, the lowest free one first', () => {
    expect(shown(assignLanes(spans('a 0-9', 'b 2-5', 'c 3-7', 'd 6-8'), new Map()))).toBe('a0 b1 c2 d1');
  });

  it('stay when a span comes that begins earlier', () => {
    expect(
      shown(
        assignLanes(
          spans('new 0-9', 'a 2-5', 'b 3-8'),
          new Map([
            ['a', 0],
            ['b', 1],
          ]),
        ),
      ),
    ).toBe('new2 a0 b1');
  });

  it('stay when a span goes', () => {
    expect(
      shown(
        assignLanes(
          spans('b 2-5'),
          new Map([
            ['a', 0],
            ['b', 1],
          ]),
        ),
      ),
    ).toBe('b1');
  });

  it('keep overlapping spans apart, whatever comes after whatever', () => {
    fc.assert(
      fc.property(someSpans, fc.infiniteStream(fc.boolean()), (items, coins) => {
        const early = items.filter(() => coins.next().value);
        const given = assignLanes(early, new Map());
        const lanes = assignLanes(items, given);
        expectApart(items, lanes);
        for (const { key } of early) expect(lanes.get(key)).toBe(given.get(key));
      }),
    );
  });

  it('are as few as the deepest overlap where all come at once', () => {
    fc.assert(
      fc.property(someSpans, (items) => {
        const depth = Math.max(
          0,
          ...items.map((at) => items.filter(({ start, end }) => start <= at.start && at.start < end).length),
        );
        expect(Math.max(-1, ...assignLanes(items, new Map()).values()) + 1).toBe(depth);
      }),
    );
  });
});
