/** Why what lies at a path cannot be read as a file of articles. */
import type { Stats } from 'node:fs';
import type { ArticleRefusal } from './article-refusal.ts';

/** What is no regular file is refused before it is opened: opening a pipe waits for a writer. */
export function irregularFile(file: string, stats: Stats): ArticleRefusal | null {
  if (stats.isDirectory()) return { type: 'ArticleIsFolder', file };
  return stats.isFile() ? null : { type: 'ArticleNotRegular', file, kind: kindOf(stats) };
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

/** What the operating system says of a file, as data; anything else is a bug and is rethrown. */
export function unreadableFile(file: string, error: unknown): ArticleRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '') throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { type: 'ArticleMissing', file };
  const causes: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ELOOP: 'its link points back to itself',
    ENAMETOOLONG: 'its name is too long',
    EIO: 'the disk reports an error',
  };
  return { type: 'ArticleUnreadable', file, cause: causes[code] ?? code };
}
