import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRows, type RowChange } from '#shared/contract/row-map.ts';
import { createSortedRows } from './sorted-rows.ts';

interface Row {
  readonly id: string;
  readonly name: number;
}

const compare = (a: Row, b: Row): number => a.name - b.name || (a.id < b.id ? -1 : 1);
const rowChange = fc
  .tuple(fc.nat({ max: 60 }), fc.option(fc.nat({ max: 9 }), { nil: null }))
  .map(([at, name]): RowChange<Row> => [`d${at}`, name === null ? null : { id: `d${at}`, name }]);

describe('sorted rows', () => {
  it('are in order after any changes, as if all had been sorted anew', () => {
    fc.assert(
      fc.property(fc.array(fc.array(rowChange, { maxLength: 20 }), { maxLength: 15 }), (commits) => {
        const sort = createSortedRows(compare);
        let rows: ReadonlyMap<string, Row> = new Map();
        for (const changes of commits) {
          rows = changedRows(rows, changes);
          expect(sort(rows)).toEqual([...rows.values()].toSorted(compare));
        }
      }),
    );
  });

  it('are the same array while the rows are the same', () => {
    const sort = createSortedRows(compare);
    const row: Row = { id: 'a', name: 1 };
    const rows = new Map([['a', row]]);
    expect(sort(rows)).toBe(sort(new Map([['a', row]])));
  });
});
