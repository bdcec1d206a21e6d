/** Makes and opens workbenches on project files. */
import { basename } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import { annotatorName } from '#shared/domain/annotator.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { Identity } from '#electron/store/identity.ts';
import { createProjectFile, openProjectFile } from '#electron/store/open.ts';
import { projectFileSentence, type ProjectFileError } from '#electron/store/project-file.ts';
import type { Store } from '#electron/store/store.ts';
import { systemAnnotator } from '#electron/store/writer.ts';
import { systemIdentity } from './clock.ts';
import { createWorkbench } from './create-workbench.ts';
import { failureOf } from './failures.ts';
import type { Workbench } from './workbench.ts';

export interface ProjectOptions {
  /** The project's name; the file's name without its ending where absent. */
  readonly name?: string | undefined;
  /** Who annotates; the account's name where absent. */
  readonly annotator?: string | undefined;
}

/** Makes a project file and opens it; refuses to overwrite. */
export function createProject(
  path: string,
  options: ProjectOptions = {},
  identity: Identity = systemIdentity,
): Result<Workbench, Failure> {
  const annotator = annotatorName(options.annotator ?? systemAnnotator());
  if (!annotator.ok) return err(failureOf(annotator.error));
  const name = options.name ?? basename(path).replace(/\.variorum$/u, '');
  return opened(createProjectFile(path, { name, annotator: annotator.value }, identity), identity);
}

/** @param settlesAtMost see `createWorkbench` */
export function openProject(
  path: string,
  identity: Identity = systemIdentity,
  settlesAtMost?: number,
): Result<Workbench, Failure> {
  return opened(openProjectFile(path, identity), identity, settlesAtMost);
}

function opened(
  store: Result<Store, ProjectFileError>,
  identity: Identity,
  settlesAtMost?: number,
): Result<Workbench, Failure> {
  return store.ok
    ? ok(createWorkbench(store.value, identity, settlesAtMost))
    : err({ type: store.error.type, message: projectFileSentence(store.error) });
}
