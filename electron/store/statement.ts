/** Prepared statements: made once a connection, typed where they are made. */
import type { Database, Statement } from 'better-sqlite3';

export type Parameters = readonly (string | number | null | Uint8Array)[];

export interface Query<P extends Parameters, R> {
  get(...parameters: P): R | undefined;
  all(...parameters: P): R[];
}

export interface Write<P extends Parameters> {
  /** Returns how many rows changed. */
  run(...parameters: P): number;
}

/** A reading statement whose rows have the shape `R`: the SQL is the only witness, so name every column. */
export function query<P extends Parameters, R>(db: Database, sql: string): Query<P, R> {
  const statement = db.prepare(sql) as Statement<unknown[], R>;
  return {
    get: (...parameters) => statement.get(...parameters),
    all: (...parameters) => statement.all(...parameters),
  };
}

/** A writing statement. */
export function write<P extends Parameters>(db: Database, sql: string): Write<P> {
  const statement = db.prepare(sql);
  return { run: (...parameters) => statement.run(...parameters).changes };
}
