import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArticle } from '#electron/exchange/article-file.ts';
import { createProject } from '#electron/workbench/open.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';
import { provideSample } from '../sample-project.ts';

export const seeds = join(import.meta.dirname, '..', '..', '..', 'seeds');

/** A folder of its own for a test; `sample` makes the sample project in it. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-main-'));
  return {
    folder,
    file: (name: string) => join(folder, name),
    sample: () => valueOf(provideSample({ documents: folder, seeds, readArticle, createProject })),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The value of a success; a failure fails the test. */
export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`${result.error.type}: ${result.error.message}`);
  return result.value;
}
