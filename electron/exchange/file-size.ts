import { statSync } from 'node:fs';
import { walkFolder } from './archive/folder.ts';

/**
 * In bytes, of a folder those of all files in it; 0 where the path leads to nothing that can be asked: why not is said
 * when it is read.
 */
export function fileSize(path: string): number {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? folderSize(path) : stats.size;
  } catch {
    return 0;
  }
}

function folderSize(path: string): number {
  const walked = walkFolder(path);
  return walked.ok ? walked.value.files.reduce((sum, { size }) => sum + size, 0) : 0;
}
