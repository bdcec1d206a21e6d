/** What a window or the menu asks of the app itself: to open, make, import, copy. */
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { AppCommand } from '#shared/contract/window-commands.ts';
import type { Result } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import { cancelJob } from './cancel-command.ts';
import { type CommandResult, quietly } from './command-result.ts';
import type { Dialogs } from './dialog-questions.ts';
import { newProject, openChosenProject, openSample, saveCopy } from './project-commands.ts';
import type { ProjectJobs } from './project-jobs.ts';
import type { ProjectOpener } from './project-opener.ts';
import type { OpenProject, Projects } from './projects.ts';

export interface AppCommandDeps {
  readonly projects: Projects;
  readonly opener: ProjectOpener;
  readonly dialogs: Dialogs;
  readonly createProject: (path: string, project: { readonly name: string }) => Result<Workbench, Failure>;
  readonly jobs: ProjectJobs;
  readonly provideSample: () => Result<string, Failure>;
}

/** Runs `command` for `window`; `null` stands for the menu of an app without a window. */
export async function runAppCommand(
  deps: AppCommandDeps,
  command: AppCommand,
  window: AppWindow | null,
): CommandResult {
  switch (command) {
    case 'new-project':
      return newProject(deps, window);
    case 'open-project':
      return openChosenProject(deps, window);
    case 'open-sample':
      return openSample(deps);
    case 'cancel-job':
    case 'save-copy':
    case 'new-window':
    case 'close-window': {
      const project = window === null ? null : deps.projects.projectOf(window.id);
      return window === null || project === null ? quietly : runInProject(deps, command, window, project);
    }
  }
}

async function runInProject(
  deps: AppCommandDeps,
  command: Exclude<AppCommand, 'new-project' | 'open-project' | 'open-sample'>,
  window: AppWindow,
  project: OpenProject,
): CommandResult {
  switch (command) {
    case 'cancel-job':
      return cancelJob(deps, project);
    case 'save-copy':
      return saveCopy(deps, window, project);
    case 'new-window':
      deps.opener.addWindow(project);
      return quietly;
    case 'close-window':
      window.close();
      return quietly;
  }
}
