/** Where passim's alignments lie: Spark writes a folder of parts, of which some may be packed. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/text/result.ts';
import { irregularFile, unreadableFile } from '../file-refusal.ts';
import type { AlignmentFileFault } from './refusal.ts';

/**
 * The files of alignments at a path, in the order of their names: a file is its own only part; of a folder all files
 * but those that Spark keeps for itself (`_SUCCESS`, `.part-….crc`); and passim's output folder stands for the
 * `align.json` in it.
 */
export function alignmentParts(path: string): Result<readonly string[], AlignmentFileFault> {
  try {
    if (!statSync(path).isDirectory()) return ok([path]);
    const names = readdirSync(path).toSorted();
    if (names.includes('align.json')) return alignmentParts(join(path, 'align.json'));
    if (names.includes('align.parquet')) return err({ type: 'AlignmentsInParquet' });
    if (names.includes('out.json') || names.includes('out.parquet')) return err({ type: 'AlignmentsElsewhere' });
    const parts = names.filter((name) => !name.startsWith('_') && !name.startsWith('.'));
    return parts.length === 0 ? err({ type: 'AlignmentsMissing' }) : ok(parts.map((name) => join(path, name)));
  } catch (error) {
    return err(unreadableFile(path, error));
  }
}

/** How a part must be read. */
export function packingOf(part: string): Result<'plain' | 'gzip', AlignmentFileFault> {
  try {
    const irregular = irregularFile(part, statSync(part));
    if (irregular !== null) return err(irregular);
  } catch (error) {
    return err(unreadableFile(part, error));
  }
  if (/\.parquet$/iu.test(part)) return err({ type: 'AlignmentsInParquet' });
  if (/\.(json|jsonl|ndjson)\.gz$/iu.test(part)) return ok('gzip');
  return /\.(json|jsonl|ndjson)$/iu.test(part) ? ok('plain') : err({ type: 'AlignmentsNotJson' });
}
