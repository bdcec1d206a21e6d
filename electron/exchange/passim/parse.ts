/** Passim's alignments, read as a stream. */
import { closeSync, openSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { err, type Result } from '#shared/text/result.ts';
import { readByteLines } from '../articles-jsonl/byte-lines.ts';
import { withoutMark } from '../articles-jsonl/line-object.ts';
import { lineSizeLimit } from '../articles-jsonl/line-refusal.ts';
import { unreadableFile } from '../file-refusal.ts';
import { parseAlignmentLine, type PassimAlignment } from './alignment-line.ts';
import { alignmentParts, packingOf } from './parts.ts';
import type { AlignmentFault, AlignmentFileFault } from './refusal.ts';

export interface AlignmentLine {
  readonly path: string;
  /** From 1; 0 where it is the file that is refused. */
  readonly line: number;
  readonly alignment: Result<PassimAlignment, AlignmentFileFault | AlignmentFault>;
}

/** What a packed part may become in memory: Spark's parts are a tenth of it. */
const unpackedLimit = 1024 * 1024 * 1024;

/**
 * Every alignment of a file, of a folder of parts or of passim's output folder, and every line that is refused. Blank
 * lines and empty files are passed over: passim found nothing. A file of another kind (clusters, documents) is refused
 * once, at its first line, and the next one is read. Holds one line at a time; of a packed file all of it.
 * @param path absolute, or relative to the process's folder
 */
export function* readAlignments(path: string, limit: number = unpackedLimit): Generator<AlignmentLine> {
  const parts = alignmentParts(path);
  if (!parts.ok) {
    yield { path, line: 0, alignment: parts };
    return;
  }
  for (const part of parts.value) yield* readPart(part, limit);
}

function* readPart(path: string, limit: number): Generator<AlignmentLine> {
  const packing = packingOf(path);
  if (!packing.ok) {
    yield { path, line: 0, alignment: packing };
    return;
  }
  let descriptor: number | undefined;
  try {
    if (packing.value === 'gzip') {
      yield* parseLines(path, linesOf(gunzipSync(readFileSync(path), { maxOutputLength: limit })));
      return;
    }
    descriptor = openSync(path, 'r');
    yield* parseLines(path, readByteLines(descriptor, lineSizeLimit));
  } catch (error) {
    yield { path, line: 0, alignment: err(unpackingFault(error, limit) ?? unreadableFile(path, error)) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

interface Line {
  readonly number: number;
  readonly length: number;
  readonly bytes: Uint8Array | null;
}

function* parseLines(path: string, lines: Iterable<Line>): Generator<AlignmentLine> {
  for (const { number, length, bytes } of lines) {
    const alignment =
      bytes === null
        ? err({ type: 'LineTooLong', size: length, limit: lineSizeLimit } as const)
        : parseAlignmentLine(number === 1 ? withoutMark(bytes) : bytes);
    if (alignment === null) continue;
    yield { path, line: number, alignment };
    if (!alignment.ok && alignment.error.type === 'AlignmentsOfOtherKind') return;
  }
}

/** The lines of what lies in memory, split as in a file. */
function* linesOf(whole: Uint8Array): Generator<Line> {
  let from = 0;
  for (let number = 1; from < whole.length; number += 1) {
    const feed = whole.indexOf(0x0a, from);
    const end = feed === -1 ? whole.length : feed;
    const length = end - from;
    yield { number, length, bytes: length > lineSizeLimit ? null : whole.subarray(from, end) };
    from = end + 1;
  }
}

/** What zlib says of a file; `null` where it is the file system that speaks. */
function unpackingFault(error: unknown, limit: number): AlignmentFileFault | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_BUFFER_TOO_LARGE') return { type: 'AlignmentsTooLarge', limit };
  return code.startsWith('Z_') ? { type: 'AlignmentsBadlyPacked' } : null;
}
