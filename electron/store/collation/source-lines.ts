/** The lines that publishers print again and again, counted in the project file. */
import type { Database } from 'better-sqlite3';
import { isEnough, storyPoints, type LineLedger } from '#shared/collation/line-ledger.ts';
import { query, write } from '../statement.ts';

/** Sources whose standing lines are kept in memory. */
const SOURCES_KEPT = 500;

export interface SourceLines extends LineLedger {
  readonly forget: () => void;
}

export function openSourceLines(db: Database): SourceLines {
  const stories = query<[string], { stories: number }>(db, 'SELECT stories FROM story_count WHERE source = ?');
  const addStory = write<[string]>(
    db,
    'INSERT INTO story_count (source, stories) VALUES (?, 1) ON CONFLICT (source) DO UPDATE SET stories = stories + 1',
  );
  const points = query<[string, number], { points: number }>(
    db,
    'SELECT points FROM source_line WHERE source = ? AND hash = ?',
  );
  const addPoints = query<[string, number, number], { points: number }>(
    db,
    `INSERT INTO source_line (source, hash, points, standing) VALUES (?, ?, ?, 0)
     ON CONFLICT (source, hash) DO UPDATE SET points = points + excluded.points RETURNING points`,
  );
  const setStanding = write<[string, number]>(db, 'UPDATE source_line SET standing = 1 WHERE source = ? AND hash = ?');
  const standing = query<[string], { hash: number }>(
    db,
    'SELECT hash FROM source_line WHERE source = ? AND standing = 1',
  );
  const kept = new Map<string, Set<number>>();

  const standingOf = (source: string): Set<number> => {
    const known = kept.get(source);
    if (known !== undefined) return known;
    const hashes = new Set(standing.all(source).map(({ hash }) => hash));
    kept.set(source, hashes);
    const [oldest] = kept.keys();
    if (kept.size > SOURCES_KEPT && oldest !== undefined) kept.delete(oldest);
    return hashes;
  };

  return {
    stories: (source) => stories.get(source)?.stories ?? 0,
    points: (source, hash) => points.get(source, hash)?.points ?? 0,
    isStanding: (source, hash) => standingOf(source).has(hash),
    noteStory: (source, lines) => {
      addStory.run(source);
      const count = stories.get(source)?.stories ?? 0;
      for (const [hash, added] of storyPoints(lines)) {
        const now = addPoints.get(source, hash, added)?.points ?? 0;
        if (!isEnough(now, count) || standingOf(source).has(hash)) continue;
        setStanding.run(source, hash);
        standingOf(source).add(hash);
      }
    },
    forget: () => {
      kept.clear();
    },
  };
}
