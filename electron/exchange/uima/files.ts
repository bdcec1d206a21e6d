import type { SetSource, SourceFile } from '../set/source.ts';

/** The files of a folder with this ending; a file that was given alone, whatever it is called. */
export function filesOf({ files }: SetSource, ending: RegExp): readonly SourceFile[] {
  return files.length === 1 ? files : files.filter(({ path }) => ending.test(path));
}
