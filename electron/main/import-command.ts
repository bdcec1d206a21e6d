/** Brings chosen files in as documents. */
import { setImmediate } from 'node:timers/promises';
import { type ArticleRefusal, articleRefusalSentence } from '#electron/exchange/article-refusal.ts';
import type { ImportedDocument } from '#electron/workbench/workbench.ts';
import type { AppOutcome } from '#shared/contract/window-commands.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import { ok, type Result } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import { type CommandResult, quietly } from './command-result.ts';
import type { Dialogs, FileKind } from './dialog-questions.ts';
import type { OpenProject, Projects } from './projects.ts';

export type ReadArticle = (path: string) => Result<NewDocument, ArticleRefusal>;

export interface ImportDeps {
  readonly dialogs: Dialogs;
  readonly projects: Pick<Projects, 'during'>;
  readonly readArticle: ReadArticle;
}

const articleKinds: readonly FileKind[] = [
  { name: 'Text', extensions: ['txt', 'md'] },
  { name: 'All files', extensions: ['*'] },
];

/** Every file that can be read becomes a document, all in one act; those that cannot are named with the reason. */
export async function importFiles(deps: ImportDeps, window: AppWindow, project: OpenProject): CommandResult {
  const question = { title: 'Import files', button: 'Import', kinds: articleKinds, several: true };
  const paths = await deps.dialogs.chooseFiles(window, question);
  if (paths.length === 0) return quietly;
  return (await deps.projects.during(project, () => importPaths(deps.readArticle, project, paths))) ?? quietly;
}

async function importPaths(
  readArticle: ReadArticle,
  { workbench }: OpenProject,
  paths: readonly string[],
): CommandResult {
  const articles: NewDocument[] = [];
  const refused: string[] = [];
  for (const path of paths) {
    const article = readArticle(path);
    if (article.ok) articles.push(article.value);
    else refused.push(articleRefusalSentence(article.error));
    // Windows are served between one file and the next.
    await setImmediate();
  }
  if (articles.length === 0) return ok(importOutcome([], refused));
  const imported = workbench.importDocuments(articles);
  return imported.ok ? ok(importOutcome(imported.value, refused)) : imported;
}

/**
 * `5 added, 1 already there, 2 refused`, and below it each file that was not added and why. Where every file was refused,
 * nothing was done.
 * @param refused sentences that name the file
 */
export function importOutcome(imported: readonly ImportedDocument[], refused: readonly string[]): AppOutcome {
  const there = imported.filter(({ status }) => status === 'already there');
  const parts = [
    [imported.length - there.length, 'added'],
    [there.length, 'already there'],
    [refused.length, 'refused'],
  ] as const;
  const message = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
  // A reason names its document.
  const details = [
    ...there.map(({ document, reason }) => (reason === '' ? `“${document}” is there already.` : reason)),
    ...refused,
  ];
  return imported.length === 0 ? { message, details, isRefusal: true } : { message, details };
}
