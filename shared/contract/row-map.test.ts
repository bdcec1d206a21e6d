import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRows, differingKeys, type RowChange } from './row-map.ts';

const key = fc.nat({ max: 4000 }).map((number) => `k${number}`);
const change = fc.tuple(
  key,
  fc.option(
    fc.nat({ max: 3 }).map((value) => ({ value })),
    { nil: null },
  ),
);
const commits = fc.array(fc.array(change, { maxLength: 300 }), { maxLength: 12 });

type Row = { readonly value: number };
const first = (size: number): ReadonlyMap<string, Row> =>
  new Map(Array.from({ length: size }, (_, at) => [`k${at}`, { value: at }]));

/** What a plain map would hold. */
function plainly(rows: ReadonlyMap<string, Row>, changes: readonly RowChange<Row>[]): Map<string, Row> {
  const next = new Map(rows);
  for (const [at, row] of changes)
    if (row === null) next.delete(at);
    else next.set(at, row);
  return next;
}

describe.each([10, 3000])('%i rows after any commits', (size) => {
  it('are what a plain map would hold, asked in any way', () => {
    fc.assert(
      fc.property(commits, (all) => {
        let rows = first(size);
        let plain = new Map(rows);
        for (const changes of all) {
          rows = changedRows(rows, changes);
          plain = plainly(plain, changes);
        }
        const visited: [string, Row][] = [];
        rows.forEach((row, at) => visited.push([at, row]));
        expect(new Map(visited)).toEqual(plain);
        expect(new Map(rows)).toEqual(plain);
        expect(new Set(rows.keys())).toEqual(new Set(plain.keys()));
        expect([...rows.values()]).toHaveLength(plain.size);
        expect(rows.size).toBe(plain.size);
        for (const at of ['k1', 'k2999', 'k3500', 'none']) {
          expect([rows.has(at), rows.get(at)]).toEqual([plain.has(at), plain.get(at)]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('differ from those before in just the keys whose rows are others', () => {
    fc.assert(
      fc.property(commits, commits, (early, late) => {
        const before = early.reduce((rows, changes) => changedRows(rows, changes), first(size));
        const after = late.reduce((rows, changes) => changedRows(rows, changes), before);
        const naive = [...new Set([...before.keys(), ...after.keys()])].filter(
          (at) => before.get(at) !== after.get(at),
        );
        expect(differingKeys(before, after)).toEqual(new Set(naive));
      }),
      { numRuns: 30 },
    );
  });
});

it('the rows before a commit stay as they were', () => {
  const rows = first(3000);
  const once = changedRows(rows, [['k1', null]]);
  changedRows(once, [
    ['k2', null],
    ['k1', { value: 5 }],
  ]);
  expect([rows.size, once.size, once.has('k1'), once.has('k2')]).toEqual([3000, 2999, false, true]);
});
