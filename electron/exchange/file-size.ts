import { statSync } from 'node:fs';

/** In bytes; 0 where the path leads to nothing that can be asked: why not is said when it is read. */
export function fileSize(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
