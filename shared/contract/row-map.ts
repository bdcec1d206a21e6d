/**
 * The rows of one entity. A commit changes a few of them, and what it leaves must cost nothing: many rows lie in small
 * maps by a hash of their keys, and a commit makes only those anew that it changes.
 */

/** Up to here one map is copied whole, which is simpler and as fast. */
const small = 2000;
/** So many small maps: of a hundred thousand rows each holds some 25. */
const shardCount = 4096;

/** `null` takes the row away. */
export type RowChange<R> = readonly [key: string, row: R | null];

type Shard<R> = ReadonlyMap<string, R> | undefined;

/** The map after `changes`; `rows` stays as it is. */
export function changedRows<R>(rows: ReadonlyMap<string, R>, changes: readonly RowChange<R>[]): ReadonlyMap<string, R> {
  if (rows instanceof ShardedRows) return (rows as ShardedRows<R>).changed(changes);
  if (rows.size + changes.length > small) return new ShardedRows<R>([], 0).changed([...rows, ...changes]);
  const next = new Map(rows);
  for (const [key, row] of changes) {
    if (row === null) next.delete(key);
    else next.set(key, row);
  }
  return next;
}

/** The keys whose rows are not the same in both. Costs as much as was changed where one was made of the other. */
export function differingKeys<R>(before: ReadonlyMap<string, R>, after: ReadonlyMap<string, R>): ReadonlySet<string> {
  const keys = new Set<string>();
  const compare = (one: ReadonlyMap<string, R>, other: ReadonlyMap<string, R>): void => {
    for (const [key, row] of one) if (other.get(key) !== row) keys.add(key);
    for (const key of other.keys()) if (!one.has(key)) keys.add(key);
  };
  if (before instanceof ShardedRows && after instanceof ShardedRows) {
    const [one, other] = [before as ShardedRows<R>, after as ShardedRows<R>];
    for (let at = 0; at < shardCount; at += 1) {
      const [was, is] = [one.shards[at], other.shards[at]];
      if (was !== is) compare(was ?? new Map<string, R>(), is ?? new Map<string, R>());
    }
  } else compare(before, after);
  return keys;
}

/** FNV-1a, folded onto the number of shards. */
function shardOf(key: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x0100_0193);
  return (hash ^ (hash >>> 16)) & (shardCount - 1);
}

/** No map in it is changed after it was made. */
class ShardedRows<R> implements ReadonlyMap<string, R> {
  readonly shards: readonly Shard<R>[];
  readonly size: number;

  constructor(shards: readonly Shard<R>[], size: number) {
    this.shards = shards;
    this.size = size;
  }

  changed(changes: readonly RowChange<R>[]): ShardedRows<R> {
    const shards = [...this.shards];
    const fresh = new Map<number, Map<string, R>>();
    let { size } = this;
    for (const [key, row] of changes) {
      const at = shardOf(key);
      let shard = fresh.get(at);
      if (shard === undefined) {
        shard = new Map(shards[at]);
        fresh.set(at, shard);
        shards[at] = shard;
      }
      size -= shard.size;
      if (row === null) shard.delete(key);
      else shard.set(key, row);
      size += shard.size;
    }
    return new ShardedRows(shards, size);
  }

  get(key: string): R | undefined {
    return this.shards[shardOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.shards[shardOf(key)]?.has(key) === true;
  }

  forEach(visit: (row: R, key: string, rows: ReadonlyMap<string, R>) => void): void {
    for (const shard of this.shards) shard?.forEach((row, key) => visit(row, key, this));
  }

  *entries(): Generator<[string, R], undefined, unknown> {
    for (const shard of this.shards) if (shard !== undefined) yield* shard.entries();
  }

  *keys(): Generator<string, undefined, unknown> {
    for (const shard of this.shards) if (shard !== undefined) yield* shard.keys();
  }

  *values(): Generator<R, undefined, unknown> {
    for (const shard of this.shards) if (shard !== undefined) yield* shard.values();
  }

  [Symbol.iterator](): Generator<[string, R], undefined, unknown> {
    return this.entries();
  }
}
