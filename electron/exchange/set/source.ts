/** The files that a set is read from: one file, those of a folder, or those of an archive, each read when it is come to. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Result } from '#shared/text/result.ts';

export interface SourceFile {
  /** Path in the folder or archive, with `/`; of a file that was given itself, its name. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: () => Promise<Result<Uint8Array, string>>;
  /** Piece by piece. Throws `SourceFault` where a piece cannot be had. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

export interface SetSource {
  /** For messages: the name of what was given. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly close: () => void;
}

/** What the disk or the archive does in the middle of a file: a sentence for people. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
}

/** A file that is held whole is refused above this, in bytes. */
export const wholeFileLimit = 256 * 1024 * 1024;

const pieceSize = 256 * 1024;

/** @param path of a regular file that has been looked at */
export function diskFile(path: string, shown = basename(path)): SourceFile {
  // One that has gone since then is told of when it is read.
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return {
    path: shown,
    size,
    bytes: async () => {
      if (size > wholeFileLimit) return { ok: false, error: tooLarge(shown, size) };
      const parts: Uint8Array[] = [];
      try {
        for await (const part of diskPieces(path, shown)) parts.push(part);
      } catch (error) {
        if (error instanceof SourceFault) return { ok: false, error: error.message };
        throw error;
      }
      return { ok: true, value: Buffer.concat(parts) };
    },
    pieces: () => diskPieces(path, shown),
  };
}

export function tooLarge(file: string, size: number): string {
  return `“${file}” has ${Math.ceil(size / 1024 / 1024)} MB; ${wholeFileLimit / 1024 / 1024} MB is the most that is read as one piece.`;
}

async function* diskPieces(path: string, shown: string): AsyncGenerator<Uint8Array> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    for (;;) {
      const piece = Buffer.allocUnsafe(pieceSize);
      const length = readSync(descriptor, piece, 0, pieceSize, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    throw new SourceFault(`“${shown}” cannot be read (${code}).`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
