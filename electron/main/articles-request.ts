/** Brings articles in: a dialog of the system, a look at what would come in, and the import itself. */
import { basename } from 'node:path';
import { articleEndings } from '#electron/exchange/article-readers.ts';
import type { PathChoices } from '#electron/exchange/read-articles.ts';
import type { ArticleChoice } from '#shared/contract/app-requests.ts';
import { err, ok } from '#shared/text/result.ts';
import type { Answering, AppRequestDeps, Asking } from './app-requests.ts';
import { counted } from './counted.ts';
import type { FileKind } from './dialog-questions.ts';
import { importOutcome } from './import-outcome.ts';

type Deps = Pick<AppRequestDeps, 'dialogs' | 'jobs' | 'chosen'>;

const extensions = articleEndings.map((ending) => ending.slice(1));

const kinds: readonly FileKind[] = [
  { name: 'Articles and archives of them', extensions: ['zip', ...extensions] },
  { name: 'All files', extensions: ['*'] },
];

export async function chooseArticles(
  { dialogs, jobs, chosen }: Deps,
  { input, window, project }: Asking<'choose-articles'>,
): Answering<'choose-articles'> {
  const refused = jobs.busy(project);
  if (refused !== null) return err(refused);
  const question = { title: input.folder ? 'Import a folder' : 'Import files', button: 'Open' };
  const folder = input.folder ? await dialogs.chooseFolder(window, question) : null;
  const paths = input.folder
    ? folder === null
      ? []
      : [folder]
    : await dialogs.chooseFiles(window, { ...question, kinds, several: true });
  const [first] = paths;
  if (first === undefined) return ok(null);
  const name = paths.length === 1 ? basename(first) : counted(paths.length, 'file');
  return ok({ token: chosen.keep(window.id, 'articles', paths), name });
}

export async function previewArticles(
  { jobs, chosen }: Deps,
  { input, window, project }: Asking<'preview-articles'>,
): Answering<'preview-articles'> {
  const paths = chosen.of(window.id, 'articles', input.chosen);
  if (paths === null) return err(forgotten);
  const looked = await jobs.previewFiles(project, paths, pathChoices(paths, input.choices));
  if (!looked.ok) return looked;
  return looked.value === null ? err(closed) : ok(looked.value);
}

export async function importArticles(
  { jobs, chosen }: Deps,
  { input, window, project }: Asking<'import-articles'>,
): Answering<'import-articles'> {
  const paths = chosen.of(window.id, 'articles', input.chosen);
  if (paths === null) return err(forgotten);
  const imported = await jobs.importFiles(project, paths, pathChoices(paths, input.choices));
  if (!imported.ok) return imported;
  return imported.value === null ? ok(nothing) : ok(importOutcome(imported.value));
}

/** A window knows a file by its place among those chosen, and by the way in a folder or an archive. */
function pathChoices(paths: readonly string[], choices: readonly ArticleChoice[]): PathChoices {
  return Object.fromEntries(
    choices.flatMap(({ file, inside, encoding, columns }) => {
      const path = paths[file];
      return path === undefined ? [] : [[`${path}${inside}`, { encoding, columns }] as const];
    }),
  );
}

const nothing = { message: null, details: [] };
const forgotten = {
  type: 'NothingChosen',
  message: 'These files are not chosen any more. Choose them again.',
} as const;
const closed = {
  type: 'ProjectClosed',
  message: 'The project was closed before the files were looked through.',
} as const;
