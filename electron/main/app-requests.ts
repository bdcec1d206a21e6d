/** Answers what a window asks of the app with more than a name: exports and imports. */
import type { AppRequest, AppRequestInput, AppRequestOutput } from '#shared/contract/app-requests.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';
import { chooseAnnotations, importAnnotations, previewAnnotations } from './annotations-request.ts';
import { chooseArticles, importArticles, previewArticles } from './articles-request.ts';
import type { AppWindow } from './app-window.ts';
import type { ChosenPaths } from './chosen-paths.ts';
import type { Dialogs } from './dialog-questions.ts';
import { exportProject } from './export-request.ts';
import type { ProjectJobs } from './project-jobs.ts';
import type { OpenProject, Projects } from './projects.ts';

export interface AppRequestDeps {
  readonly dialogs: Dialogs;
  readonly projects: Pick<Projects, 'openAt'>;
  readonly jobs: ProjectJobs;
  readonly chosen: ChosenPaths;
}

/** Who asks, and with what. */
export interface Asking<R extends AppRequest> {
  readonly input: AppRequestInput<R>;
  readonly window: AppWindow;
  readonly project: OpenProject;
}

export type Answering<R extends AppRequest> = Promise<Result<AppRequestOutput<R>, Failure>>;

export type AnswerRequest = <R extends AppRequest>(
  request: R,
  input: AppRequestInput<R>,
  window: AppWindow,
  project: OpenProject,
) => Answering<R>;

type Answers = { readonly [R in AppRequest]: (asking: Asking<R>) => Answering<R> };

export function createAppRequests(deps: AppRequestDeps): AnswerRequest {
  const answers: Answers = {
    export: (asking) => exportProject(deps, asking),
    'choose-articles': (asking) => chooseArticles(deps, asking),
    'preview-articles': (asking) => previewArticles(deps, asking),
    'import-articles': (asking) => importArticles(deps, asking),
    'choose-annotations': (asking) => chooseAnnotations(deps, asking),
    'preview-annotations': (asking) => previewAnnotations(deps, asking),
    'import-annotations': (asking) => importAnnotations(deps, asking),
  };
  return (request, input, window, project) => answers[request]({ input, window, project });
}
