/** What the command line that started the app asks for. */
import { extname, resolve } from 'node:path';

export const projectSuffix = '.variorum';

export interface StartArguments {
  readonly argv: readonly string[];
  /** Whether the app runs from a folder, which then stands among the arguments (Electron's `process.defaultApp`). */
  readonly fromFolder: boolean;
  /** What a relative path starts from. */
  readonly folder: string;
}

/**
 * The project to open, as an absolute path, or `null`: the first argument that ends in `.variorum`, else the first
 * one at all. Flags are passed over; after `--` nothing is a flag.
 */
export function projectArgument({ argv, fromFolder, folder }: StartArguments): string | null {
  const words: string[] = [];
  let flags = true;
  for (let i = 1; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (flags && argument === '--') flags = false;
    else if (flags && (argument === '-r' || argument === '--require')) i += 1;
    else if (argument !== '' && !(flags && argument.startsWith('-'))) words.push(argument);
  }
  const candidates = fromFolder ? words.slice(1) : words;
  const chosen = candidates.find((word) => extname(word).toLowerCase() === projectSuffix) ?? candidates[0];
  return chosen === undefined ? null : resolve(folder, chosen);
}
