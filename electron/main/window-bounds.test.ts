import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow, type Rectangle } from './window-bounds.ts';

const desk: Rectangle = { x: 0, y: 24, width: 1920, height: 1056 };
const second: Rectangle = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('the place of a window', () => {
  it('is the middle of the first screen at first', () => {
    expect(placeWindow([desk, second], null, 0)).toEqual({
      x: 300,
      y: 112,
      width: 1320,
      height: 880,
      maximized: false,
    });
  });

  it('is where it was', () => {
    const place = { x: 2000, y: 50, width: 900, height: 700, maximized: true };
    expect(placeWindow([desk, second], place, 0)).toEqual(place);
  });

  it('is the first screen again when its own is gone', () => {
    const place = { x: 2000, y: 50, width: 900, height: 700, maximized: false };
    expect(placeWindow([desk], place, 0)).toEqual(placeWindow([desk], null, 0));
  });

  it('is pulled back onto the screen it hangs over', () => {
    const place = { x: 1700, y: 900, width: 900, height: 700, maximized: false };
    expect(placeWindow([desk], place, 0)).toEqual({ x: 1020, y: 380, width: 900, height: 700, maximized: false });
  });

  it('is the first screen again when too little of it could be seen to get hold of', () => {
    const sliver = { x: 1890, y: 500, width: 900, height: 700, maximized: false };
    expect(placeWindow([desk], sliver, 0)).toEqual(placeWindow([desk], null, 0));
    const below = { x: 500, y: 1050, width: 900, height: 700, maximized: false };
    expect(placeWindow([desk], below, 0)).toEqual(placeWindow([desk], null, 0));
  });

  it('is beside the other windows of the project', () => {
    const first = placeWindow([desk], null, 0);
    expect(placeWindow([desk], null, 1)).toMatchObject({ x: first.x + 28, y: first.y + 28 });
  });

  it('lies within a screen, whatever was remembered', () => {
    const number = fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.integer());
    const remembered = fc.record({ x: number, y: number, width: number, height: number, maximized: fc.boolean() });
    fc.assert(
      fc.property(fc.option(remembered), fc.nat(200), (place, others) => {
        const { x, y, width, height } = placeWindow([desk, second], place, others);
        const lies = (screen: Rectangle) =>
          x >= screen.x &&
          y >= screen.y &&
          x + width <= screen.x + screen.width &&
          y + height <= screen.y + screen.height;
        expect([desk, second].some(lies)).toBe(true);
      }),
    );
  });
});
