/** The five articles of the seeds, and projects of them beside the window's own. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { variorum } from './command-line.ts';

async function articleFiles(): Promise<readonly string[]> {
  return (await readdir('seeds')).filter((file) => file.endsWith('.txt')).map((file) => join('seeds', file));
}

/** Makes a project of the five articles in which nothing is tagged, and its folder where there is none; gives `path`. */
export async function untaggedProject(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await variorum('new', path, '--annotator', 'Ann');
  await variorum('import', path, ...(await articleFiles()));
  return path;
}

/** The text of the article whose file name begins so, and where `words` stand in it. */
export async function articleWith(
  begins: string,
  words: string,
): Promise<{ readonly text: string; readonly at: number }> {
  const path = (await articleFiles()).find((file) => file.startsWith(join('seeds', begins))) ?? '';
  const text = await readFile(path, 'utf8');
  return { text, at: text.indexOf(words) };
}
