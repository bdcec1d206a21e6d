/** Runs the command line in this process, in a folder that goes away with the test. */
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '#electron/workbench/testing/five-articles.ts';
import { runCli, type ExitStatus } from '../run.ts';

export interface Ran {
  readonly status: ExitStatus;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLine {
  readonly folder: string;
  readonly run: (...words: readonly string[]) => Promise<Ran>;
  /** The one JSON value on standard output, of whatever shape the test expects. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the test says what it expects to read
  readonly json: <T>(...words: readonly string[]) => Promise<T>;
  /** The sentence of a command that is refused with status 1, its error object checked against it. */
  readonly refusal: (...words: readonly string[]) => Promise<string>;
}

const seeds = fileURLToPath(new URL('../../../seeds/', import.meta.url));
export const seedNames: readonly string[] = readdirSync(seeds)
  .filter((name) => name.endsWith('.txt'))
  .toSorted();

export function commandLine(): CommandLine {
  const folder = temporaryFolder();
  const run = async (...words: readonly string[]): Promise<Ran> => {
    const out: string[] = [];
    const err: string[] = [];
    const stdout = { write: (text: string) => out.push(text) };
    const stderr = { write: (text: string) => err.push(text) };
    const status = await runCli(words, { stdout, stderr, cwd: folder });
    return { status, stdout: out.join(''), stderr: err.join('') };
  };
  return {
    folder,
    run,
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as above
    json: async <T>(...words: readonly string[]): Promise<T> => {
      const { status, stdout, stderr } = await run(...words, '--json');
      if (status !== 0) throw new Error(`status ${status}: ${stderr}`);
      return JSON.parse(stdout) as T;
    },
    refusal: async (...words) => {
      const { status, stdout, stderr } = await run(...words, '--json');
      if (status !== 1) throw new Error(`status ${status}: ${stdout}${stderr}`);
      const { error } = JSON.parse(stdout) as { readonly error: { readonly type: string; readonly message: string } };
      if (stderr !== `variorum: ${error.message}\n`) throw new Error(`two different sentences: ${stderr}`);
      return `${error.type}: ${error.message}`;
    },
  };
}

/** A project `p.variorum` of Anna's with the five articles. */
export async function fiveArticles(): Promise<CommandLine> {
  const line = commandLine();
  for (const name of seedNames) copyFileSync(join(seeds, name), join(line.folder, name));
  await line.json('new', 'p.variorum', '--annotator', 'Anna');
  await line.json('import', 'p.variorum', ...seedNames);
  return line;
}
