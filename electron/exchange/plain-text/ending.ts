import { extname } from 'node:path';

/** `.txt`, `.md` or, in lower case, whatever else the file's name ends in; empty where it has no ending. */
export function articleEnding(file: string): string {
  return extname(file).toLowerCase();
}
