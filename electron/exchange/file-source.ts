/** A file on disk as a reader of articles takes it, looked at before it is opened so that nothing is waited for. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, statSync, type Stats } from 'node:fs';
import type { ArticleSource } from './article-reader.ts';
import type { ArticleRefusal } from './article-refusal.ts';
import { irregularFile, unreadableFile } from './file-refusal.ts';
import { fileSize } from './file-size.ts';
import type { ReadRefusal } from './read-refusal.ts';

/** Thrown by a source whose bytes cannot be had: a refusal for whoever asked the reader. */
export class SourceRefused extends Error {
  override readonly name = 'SourceRefused';
  readonly refusal: ReadRefusal;
  constructor(refusal: ReadRefusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

const pieceSize = 256 * 1024;

/** In bytes: books of pictures and scanned pages are large where their text is not. */
const mostHeld = 512 * 1024 * 1024;

/**
 * @param path absolute, or relative to the process's folder
 * @param file its name as the user knows it
 */
export function fileSource(path: string, file = path): ArticleSource {
  return {
    file,
    size: fileSize(path),
    // A refusal rejects.
    bytes: async () => await Promise.resolve().then(() => wholeOf(path, file)),
    pieces: () => piecesOf(path, file),
  };
}

function wholeOf(path: string, file: string): Uint8Array {
  const descriptor = openRegular(path, file);
  try {
    const { size } = fstatSync(descriptor);
    // Readers look at the size first; it may have grown since.
    if (size > mostHeld) throw new SourceRefused({ type: 'ArticleTooLarge', file, size });
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

// oxlint-disable-next-line typescript/require-await -- asynchronous by contract, as an archive's pieces are
async function* piecesOf(path: string, file: string): AsyncGenerator<Uint8Array> {
  const descriptor = openRegular(path, file);
  try {
    for (let position = 0; ;) {
      const piece = Buffer.allocUnsafe(pieceSize);
      const read = readSync(descriptor, piece, 0, piece.length, position);
      if (read === 0) return;
      position += read;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Refuses what is no regular file before it is opened (opening a pipe waits for a writer), and again after. */
function openRegular(path: string, file: string): number {
  try {
    checkRegular(file, statSync(path));
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      checkRegular(file, fstatSync(descriptor));
      return descriptor;
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  } catch (error) {
    throw error instanceof SourceRefused ? error : refused(unreadableFile(file, error));
  }
}

function checkRegular(file: string, stats: Stats): void {
  const irregular = irregularFile(file, stats);
  if (irregular !== null) throw refused(irregular);
}

function refused(refusal: ArticleRefusal): SourceRefused {
  return new SourceRefused(refusal);
}
