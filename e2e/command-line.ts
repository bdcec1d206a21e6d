/** The command line as a user calls it, beside the window. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('../out/main/variorum.cjs', import.meta.url));
const run = promisify(execFile);

/** Runs `variorum …` with `--json` and gives its answer. */
export async function variorum<T>(...words: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [program, ...words, '--json'], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as T;
}

export interface CountsAnswer {
  readonly labels: readonly { readonly label: string; readonly passages: number; readonly occurrences: number }[];
}

/** `claim 1·3, rebuttal 0·0, …` of a project file. */
export async function countsLine(project: string): Promise<string> {
  const { labels } = await variorum<CountsAnswer>('counts', project);
  return labels.map(({ label, passages, occurrences }) => `${label} ${passages}·${occurrences}`).join(', ');
}

export function samplePath(home: string): string {
  return join(home, 'Variorum', 'Five articles.variorum');
}
