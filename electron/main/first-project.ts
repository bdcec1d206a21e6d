/** Which project opens when the app starts, and what is said when it cannot be the one that was meant. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import { err, type Result } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import { type Dialogs, projectKind } from './dialog-questions.ts';
import type { ProjectOpener } from './project-opener.ts';
import type { RecentProjects } from './recent-projects.ts';
import { sampleName } from './sample-project.ts';
import { projectSuffix } from './start-arguments.ts';

export interface FirstProjectDeps {
  readonly opener: Pick<ProjectOpener, 'show'>;
  readonly recent: Pick<RecentProjects, 'list'>;
  readonly dialogs: Dialogs;
  /** The path of the sample project, made where it is missing. */
  readonly provideSample: () => Result<string, Failure>;
}

interface Attempt {
  readonly name: string;
  readonly result: Result<AppWindow, Failure>;
}

/**
 * Opens what the command line named, else the last project, else the sample. A last project that is gone gives way to
 * the sample, with a word about it. What cannot be opened is said, and something else can be chosen.
 * @param argument the path the command line named, or `null`
 * @returns the window, or `null` where the user chose to quit
 */
export async function openFirstProject(deps: FirstProjectDeps, argument: string | null): Promise<AppWindow | null> {
  if (argument !== null) return untilOpen(deps, attempt(deps, argument));
  const last = deps.recent.list()[0] ?? null;
  if (last === null) return untilOpen(deps, attemptSample(deps));
  if (existsSync(last)) return untilOpen(deps, attempt(deps, last));
  const window = await untilOpen(deps, attemptSample(deps));
  if (window !== null) {
    // Not waited for: the window is in use while the notice stands.
    void deps.dialogs.ask(window, {
      kind: 'info',
      message: `“${basename(last)}” is not where it was.`,
      detail: `The project opened last was ${last}. It may have been moved, renamed or deleted, or its disk is not connected. The sample articles are open instead; choose Open… to look for it.`,
      buttons: ['OK'],
    });
  }
  return window;
}

/** Opens the project at `path`; where that fails, asks what to open instead. */
export async function openOrAsk(deps: FirstProjectDeps, path: string): Promise<AppWindow | null> {
  return untilOpen(deps, attempt(deps, path));
}

/** Asks until something is open, or `null` where the user quits. */
async function untilOpen(deps: FirstProjectDeps, first: Attempt): Promise<AppWindow | null> {
  let current = first;
  while (!current.result.ok) {
    const answer = await deps.dialogs.ask(null, {
      kind: 'error',
      message: `“${current.name}” was not opened.`,
      detail: current.result.error.message,
      buttons: ['Open another…', 'Open the sample articles', 'Quit'],
    });
    if (answer === 0) {
      const question = { title: 'Open a project', button: 'Open', kinds: [projectKind], several: false };
      const [chosen] = await deps.dialogs.chooseFiles(null, question);
      if (chosen !== undefined) current = attempt(deps, chosen);
    } else if (answer === 1) current = attemptSample(deps);
    else return null;
  }
  return current.result.value;
}

function attempt(deps: FirstProjectDeps, path: string): Attempt {
  return { name: basename(path), result: existsSync(path) ? deps.opener.show(path) : err(missing(path)) };
}

function attemptSample({ opener, provideSample }: FirstProjectDeps): Attempt {
  const sample = provideSample();
  return { name: `${sampleName}${projectSuffix}`, result: sample.ok ? opener.show(sample.value) : sample };
}

function missing(path: string): Failure {
  return {
    type: 'ProjectMissing',
    message: `There is no file ${path}. It may have been moved, renamed or deleted, or the name is mistyped.`,
  };
}
