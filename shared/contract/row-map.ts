/**
 * The rows of one entity. A commit changes a few of them, and what it leaves must cost nothing: a large map is kept as
 * it is under a small one of what has changed since, until that is no longer small.
 */

/** Up to here a map is copied whole, which is simpler and as fast. */
const small = 2000;
/** A map is made anew when the rows above it are more than this part of it. */
const part = 8;

const gone = Symbol('gone');

/** `null` takes the row away. */
export type RowChange<R> = readonly [key: string, row: R | null];

/** The map after `changes`; `rows` stays as it is. */
export function changedRows<R>(rows: ReadonlyMap<string, R>, changes: Iterable<RowChange<R>>): ReadonlyMap<string, R> {
  const layered = rows instanceof LayeredRows ? (rows as LayeredRows<R>) : null;
  if (layered === null && rows.size <= small) return applied(rows, changes);
  const base = layered?.base ?? rows;
  const over = new Map<string, R | typeof gone>(layered?.over);
  for (const [key, row] of changes) {
    if (row !== null) over.set(key, row);
    else if (base.has(key)) over.set(key, gone);
    else over.delete(key);
  }
  const next = new LayeredRows(base, over);
  return over.size * part > base.size ? new Map(next) : next;
}

/** The keys whose rows are not the same in both. Costs as much as was changed where one was made of the other. */
export function differingKeys<R>(before: ReadonlyMap<string, R>, after: ReadonlyMap<string, R>): ReadonlySet<string> {
  const keys = new Set<string>();
  const look = (key: string): void => {
    if (before.get(key) !== after.get(key)) keys.add(key);
  };
  const bases = [baseOf(before), baseOf(after)];
  const own = [before, after].map((rows) => (bases[0] === bases[1] && rows instanceof LayeredRows ? rows.over : rows));
  for (const rows of bases[0] === bases[1] ? own.filter((rows) => rows !== bases[0]) : own) {
    for (const key of rows.keys()) look(key);
  }
  return keys;
}

function baseOf<R>(rows: ReadonlyMap<string, R>): ReadonlyMap<string, R> {
  return rows instanceof LayeredRows ? (rows as LayeredRows<R>).base : rows;
}

function applied<R>(rows: ReadonlyMap<string, R>, changes: Iterable<RowChange<R>>): ReadonlyMap<string, R> {
  const next = new Map(rows);
  for (const [key, row] of changes) {
    if (row === null) next.delete(key);
    else next.set(key, row);
  }
  return next;
}

/** What lies in `over` hides what lies under it. Neither map is changed after this was made. */
class LayeredRows<R> implements ReadonlyMap<string, R> {
  readonly base: ReadonlyMap<string, R>;
  readonly over: ReadonlyMap<string, R | typeof gone>;
  readonly size: number;

  constructor(base: ReadonlyMap<string, R>, over: ReadonlyMap<string, R | typeof gone>) {
    this.base = base;
    this.over = over;
    let { size } = base;
    for (const [key, row] of over) size += Number(row !== gone) - Number(base.has(key));
    this.size = size;
  }

  get(key: string): R | undefined {
    const row = this.over.get(key);
    if (row === undefined) return this.base.get(key);
    return row === gone ? undefined : row;
  }

  has(key: string): boolean {
    const row = this.over.get(key);
    return row === undefined ? this.base.has(key) : row !== gone;
  }

  forEach(visit: (row: R, key: string, rows: ReadonlyMap<string, R>) => void): void {
    for (const [key, row] of this.base) if (!this.over.has(key)) visit(row, key, this);
    for (const [key, row] of this.over) if (row !== gone) visit(row, key, this);
  }

  *entries(): Generator<[string, R], undefined, unknown> {
    for (const entry of this.base) if (!this.over.has(entry[0])) yield entry;
    for (const [key, row] of this.over) if (row !== gone) yield [key, row];
  }

  *keys(): Generator<string, undefined, unknown> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): Generator<R, undefined, unknown> {
    for (const [, row] of this.entries()) yield row;
  }

  [Symbol.iterator](): Generator<[string, R], undefined, unknown> {
    return this.entries();
  }
}
