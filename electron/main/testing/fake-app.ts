import { createProject, openProject } from '#electron/workbench/open.ts';
import type { AppRequest, AppRequestInput } from '#shared/contract/app-requests.ts';
import type { AppCommand } from '#shared/contract/window-commands.ts';
import { ok } from '#shared/text/result.ts';
import { runAppCommand } from '../app-commands.ts';
import { createAppRequests } from '../app-requests.ts';
import { createChosenPaths } from '../chosen-paths.ts';
import { createProjectJobs } from '../project-jobs.ts';
import { createProjectOpener } from '../project-opener.ts';
import { createProjects, type OpenProject } from '../projects.ts';
import { startBulkHere } from './fake-bulk.ts';
import { type Answers, fakeDialogs } from './fake-dialogs.ts';
import { startExchangeHere } from './fake-exchange.ts';
import { startImportHere } from './fake-import.ts';
import { type FakeWindow, fakeWindow } from './fake-window.ts';
import { valueOf } from './test-folder.ts';

/** The app without Electron and without threads, with one window on the project at `sample`. */
export function openFakeApp(sample: string) {
  const projects = createProjects({ openProject, log: () => {} });
  const jobs = createProjectJobs({
    projects,
    startImport: startImportHere,
    startPreview: () => {
      throw new Error('No test looks before it imports.');
    },
    startBulk: startBulkHere,
    startExchange: startExchangeHere,
    log: () => {},
  });
  const windows: FakeWindow[] = [];
  const recent: string[] = [];
  const createWindow = (project: OpenProject) => {
    const window = fakeWindow(windows.length + 1);
    windows.push(window);
    projects.join(project, window);
    return window;
  };
  const opener = createProjectOpener({ projects, recent: { add: (path) => recent.push(path) }, createWindow });
  const window = valueOf(opener.show(sample)) as FakeWindow;
  const project = projects.projectOf(window.id);
  if (project === null) throw new Error('The sample has no window.');
  const chosen = createChosenPaths();

  const run = async (command: AppCommand, answers: Answers = {}, from: FakeWindow | null = window) => {
    const { dialogs, suggested } = fakeDialogs(answers);
    const deps = { projects, opener, dialogs, createProject, jobs, provideSample: () => ok(sample) };
    return { result: await runAppCommand(deps, command, from), suggested };
  };
  const request = async <R extends AppRequest>(name: R, input: AppRequestInput<R>, answers: Answers = {}) => {
    const { dialogs, suggested } = fakeDialogs(answers);
    const answer = createAppRequests({ dialogs, projects, jobs, chosen });
    return { result: await answer(name, input, window, project), suggested };
  };
  const close = () => {
    for (const { id } of windows) projects.leave(id);
  };
  return { projects, project, windows, window, recent, run, request, close };
}
