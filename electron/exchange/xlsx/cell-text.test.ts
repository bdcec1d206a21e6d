import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../xml/xml-reader.ts';
import { cellMarkup, cellText } from './cell-text.ts';
import { columnName, columnOf } from './sheet.ts';

describe('the text of a cell', () => {
  it.each([
    ['\u0001', '_x0001_'],
    ['a\rb\tc\nd', 'a_x000D_b\tc\nd'],
    ['_x0001_', '_x005F_x0001_'],
    ['_x005F_', '_x005F_x005F_'],
    ['_x00G1_ _x1_', '_x00G1_ _x1_'],
    ['<&>"', '&lt;&amp;&gt;"'],
    ['\ufffe', '_xFFFE_'],
  ])('%j is %j', (text, written) => expect(cellMarkup(text)).toBe(written));

  it('comes back as it was', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('_', 'x', '0', '5', 'F', 'a', '\u0001', '\r', '\n', '&', '<', '😀')),
        (parts) => {
          const text = parts.join('');
          let read = '';
          const fault = parseXml(`<t>${cellMarkup(text)}</t>`, { text: (piece) => (read += piece) });
          expect([fault, cellText(read)]).toEqual([null, text]);
        },
      ),
      { numRuns: 1000 },
    ));

  it('stands in a column with a name', () =>
    fc.assert(
      fc.property(fc.nat(16_383), (at) => {
        expect(columnOf(`${columnName(at)}7`)).toBe(at);
      }),
    ));

  it.each([
    ['AAAA1', null],
    ['XFE1', null],
    ['', null],
    ['1', null],
    ['XFD1', 16_383],
  ])('at %j is in column %j', (address, column) => expect(columnOf(address)).toBe(column));
});
