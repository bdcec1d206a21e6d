/** The project that opens at the first start: five articles on one story, of which two are copies of one another. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ArticleRefusal, articleRefusalSentence } from '#electron/exchange/article-refusal.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { projectSuffix } from './start-arguments.ts';

export const sampleName = 'Five articles';

export interface SampleDeps {
  /** The user's folder for documents. */
  readonly documents: string;
  /** The folder the app ships the articles in. */
  readonly seeds: string;
  readonly readArticle: (path: string) => Result<NewDocument, ArticleRefusal>;
  readonly createProject: (path: string, project: { readonly name: string }) => Result<Workbench, Failure>;
}

/**
 * The path of the sample project, which is made where it is not there yet and never touched where it is. It is filled
 * under another name and renamed when complete, so that a half-made one is never opened.
 */
export function provideSample({ documents, seeds, readArticle, createProject }: SampleDeps): Result<string, Failure> {
  const folder = join(documents, 'Variorum');
  const path = join(folder, `${sampleName}${projectSuffix}`);
  if (existsSync(path)) return ok(path);
  const draft = join(folder, `.${sampleName}.${process.pid}${projectSuffix}`);
  try {
    mkdirSync(folder, { recursive: true });
    try {
      removeProject(draft);
      const filled = fill(createProject(draft, { name: sampleName }), readSeeds(seeds, readArticle));
      if (!filled.ok) return filled;
      renameSync(draft, path);
      return ok(path);
    } finally {
      removeProject(draft);
    }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return err({
      type: 'SampleNotMade',
      message: `The sample project could not be made in “${folder}” (${cause}). Make room or make the folder writable, or open a project of your own.`,
    });
  }
}

function readSeeds(folder: string, readArticle: SampleDeps['readArticle']): Result<readonly NewDocument[], Failure> {
  const articles: NewDocument[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt')) continue;
    const article = readArticle(join(folder, name));
    if (!article.ok) return err({ type: article.error.type, message: articleRefusalSentence(article.error) });
    articles.push(article.value);
  }
  return ok(articles);
}

function fill(
  created: Result<Workbench, Failure>,
  articles: Result<readonly NewDocument[], Failure>,
): Result<null, Failure> {
  if (!created.ok) return created;
  try {
    if (!articles.ok) return articles;
    const imported = created.value.importDocuments(articles.value);
    if (!imported.ok) return imported;
    // The articles came with the project: the first undo must not take them away.
    created.value.found();
    return ok(null);
  } finally {
    created.value.close();
  }
}

/** A project file and what SQLite keeps beside it. */
function removeProject(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
