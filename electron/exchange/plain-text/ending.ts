import { extname } from 'node:path';

/** `.txt`, `.md` or, in lower case, whatever else the file's name ends in; empty where it has no ending. */
export function articleEnding(file: string): string {
  return extname(file).toLowerCase();
}

/** Can a file of this name be read as an article? */
export function hasArticleEnding(file: string): boolean {
  return ['.txt', '.md'].includes(articleEnding(file));
}
