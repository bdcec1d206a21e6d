/** The five articles as documents, and projects made of them in a folder that goes away with the test. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { NewDocument } from '#shared/domain/document.ts';
import type { Identity } from '#electron/store/identity.ts';
import { createProject } from '../open.ts';
import type { Workbench } from '../workbench.ts';

const seeds = fileURLToPath(new URL('../../../seeds/', import.meta.url));

export function articleOf(name: string, text: string): NewDocument {
  const origin = { file: name, encoding: 'utf-8', byteOrderMark: false, lineEnds: 'lf' } as const;
  return { name, title: text.slice(0, 40), text, origin };
}

export const fiveArticles: readonly NewDocument[] = readdirSync(seeds)
  .filter((name) => name.endsWith('.txt'))
  .toSorted()
  .map((name) => articleOf(name, readFileSync(join(seeds, name), 'utf8')));

/** A folder that is removed when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A clock that ticks and ids that count, so that a test can foresee both. */
export function countingIdentity(first = 1_700_000_000_000): Identity {
  let now = first;
  let id = 0;
  return {
    now: () => (now += 1),
    newId: () => `00000000-0000-7000-8000-${String((id += 1)).padStart(12, '0')}`,
  };
}

/** Takes the value out of a result that must have one. */
export function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function projectWith(documents: readonly NewDocument[], path?: string): Workbench {
  const workbench = valueOf(createProject(path ?? join(temporaryFolder(), 'p.variorum'), { annotator: 'Ann' }));
  valueOf(workbench.importDocuments(documents));
  return workbench;
}
