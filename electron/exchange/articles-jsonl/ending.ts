import { articleEnding } from '../plain-text/ending.ts';

/** Is a file of this name read as articles, one a line? */
export function hasArticleLinesEnding(file: string): boolean {
  return ['.jsonl', '.ndjson'].includes(articleEnding(file));
}
