/** How to have passim read an export. */
import { join } from 'node:path';

/** Shorter n-grams than passim's own, at any place of a word: with its defaults it finds a tenth of short quotations. */
const passimOptions = '--pairwise -n 15 -m 1 -a 20 --floating-ngrams';

/** The command line of passim 2 for an export, and where its alignments will lie. @param input path of the export */
export function passimInvocation(
  input: string,
  folder: string,
): { readonly command: string; readonly alignments: string } {
  const output = join(folder, 'passim-output');
  return {
    command: `passim ${passimOptions} ${quoted(input)} ${quoted(output)}`,
    alignments: join(output, 'align.json'),
  };
}

/** A word of a shell's command line. */
export function quoted(word: string): string {
  return /^[\w./:@%+=-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
