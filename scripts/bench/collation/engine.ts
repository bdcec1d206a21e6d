/** The only door from the speed figures to the workbench that is measured. */
import type { NewDocument } from '#shared/domain/document.ts';

import { createProject, openProject } from '#electron/workbench/open.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Article } from './corpus.ts';

/** A project file, new or opened; a refusal ends the bench. */
export function newProject(path: string): Workbench {
  const created = createProject(path, { annotator: 'Bench' });
  if (!created.ok) throw new Error(created.error.message);
  return created.value;
}

export function reopenProject(path: string): Workbench {
  const opened = openProject(path);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** As the program opens a project for a window: what copy finding must catch up with is left to a job. */
export function reopenForWindow(path: string): Workbench {
  const opened = openProject(path, systemIdentity, 8);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** An article as an importer hands it over. */
export function documentOf({ id, source, date, title, text }: Article): NewDocument {
  const origin = { file: 'bench.jsonl', encoding: 'utf-8', byteOrderMark: false, lineEnds: 'lf' } as const;
  return { name: id, title, text, origin: { ...origin, identifier: id, source, date } };
}

export function importBatch(workbench: Workbench, batch: readonly NewDocument[]): void {
  const imported = workbench.importDocuments(batch);
  if (!imported.ok) throw new Error(imported.error.message);
}
