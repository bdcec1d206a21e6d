/** Making, opening and copying projects. */
import { basename, dirname, extname, join } from 'node:path';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import { type CommandResult, quietly } from './command-result.ts';
import { type Dialogs, projectKind } from './dialog-questions.ts';
import type { ProjectJobs } from './project-jobs.ts';
import type { ProjectOpener } from './project-opener.ts';
import type { OpenProject, Projects } from './projects.ts';
import { projectSuffix } from './start-arguments.ts';

interface Deps {
  readonly dialogs: Dialogs;
  readonly opener: Pick<ProjectOpener, 'show'>;
  readonly projects: Pick<Projects, 'openAt' | 'during'>;
  readonly jobs: Pick<ProjectJobs, 'between'>;
  readonly createProject: (path: string, project: { readonly name: string }) => Result<Workbench, Failure>;
  readonly provideSample: () => Result<string, Failure>;
}

/** An existing file is never replaced by a new project, whatever the system's dialog was told. */
export async function newProject({ dialogs, opener, createProject }: Deps, window: AppWindow | null): CommandResult {
  const path = await dialogs.chooseTarget(window, {
    title: 'New project',
    button: 'Create',
    suggested: `Untitled${projectSuffix}`,
    kind: projectKind,
  });
  if (path === null) return quietly;
  const created = createProject(path, { name: basename(path, extname(path)) });
  if (!created.ok) return created;
  created.value.close();
  return shown(opener, path);
}

export async function openChosenProject({ dialogs, opener }: Deps, window: AppWindow | null): CommandResult {
  const question = { title: 'Open a project', button: 'Open', kinds: [projectKind], several: false };
  const [path] = await dialogs.chooseFiles(window, question);
  return path === undefined ? quietly : shown(opener, path);
}

export async function openSample({ opener, provideSample }: Deps): CommandResult {
  const sample = provideSample();
  return sample.ok ? shown(opener, sample.value) : sample;
}

export async function saveCopy(
  { dialogs, projects, jobs }: Pick<Deps, 'dialogs' | 'projects' | 'jobs'>,
  window: AppWindow,
  project: OpenProject,
): CommandResult {
  const name = basename(project.path, extname(project.path));
  const path = await dialogs.chooseTarget(window, {
    title: 'Save a copy',
    button: 'Save',
    suggested: join(dirname(project.path), `${name} copy${projectSuffix}`),
    kind: projectKind,
  });
  if (path === null) return quietly;
  if (projects.openAt(path) !== null) return err(openProjectFailure(path));
  // A copy begins anew whenever another connection writes: a job would never let it end.
  const copy = async () => jobs.between(project, () => project.workbench.saveCopy(path));
  const saved = await projects.during(project, copy);
  if (saved === null) return quietly;
  return saved.ok ? ok({ message: `A copy was saved as “${basename(path)}”.`, details: [path] }) : saved;
}

/** Nothing may be written over a project that is open. */
export function openProjectFailure(path: string): Failure {
  return {
    type: 'ProjectIsOpen',
    message: `“${basename(path)}” is a project that is open here; writing over it would destroy it. Choose another name.`,
  };
}

function shown(opener: Deps['opener'], path: string): Awaited<CommandResult> {
  const window = opener.show(path);
  return window.ok ? quietly : window;
}
