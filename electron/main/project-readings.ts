/** The threads that answer the long questions of the open projects: one each, as long as the project has a window. */
import type { ReadingThread } from '#electron/jobs/reading-thread.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Method } from '#shared/contract/methods.ts';
import type { Result } from '#shared/text/result.ts';
import { describeBug, type Log } from './log.ts';
import type { OpenProject } from './projects.ts';

export interface ProjectReadings {
  /**
   * The first document is read here, for a thread takes a while to start and a window wants its text; all else by the
   * thread. Where that fails the question is answered here as well: slowly is better than not.
   */
  readonly ask: (project: OpenProject, method: Method, input: unknown) => Promise<Result<unknown, Failure>>;
  readonly close: (project: OpenProject) => void;
}

export interface ProjectReadingsDeps {
  readonly start: (project: OpenProject) => ReadingThread;
  readonly log: Log;
}

/** How long the text of the first document has to come on screen before the thread starts, in milliseconds. */
const textFirst = 150;

export function createProjectReadings({ start, log }: ProjectReadingsDeps): ProjectReadings {
  const threads = new Map<OpenProject, ReadingThread>();
  const threadOf = (project: OpenProject): ReadingThread => {
    const known = threads.get(project);
    if (known !== undefined) return known;
    const thread = start(project);
    threads.set(project, thread);
    return thread;
  };
  const forget = (project: OpenProject): void => {
    threads.get(project)?.close();
    threads.delete(project);
  };
  return {
    ask: async (project, method, input) => {
      if (method === 'document.read' && !threads.has(project)) {
        setTimeout(() => {
          if (project.windows.size > 0) threadOf(project);
        }, textFirst).unref();
        return project.workbench.call(method, input);
      }
      try {
        return await threadOf(project).ask(method, input);
      } catch (error) {
        log(`the thread that reads ${project.path} failed at ${method}: ${describeBug(error)}`);
        forget(project);
        return project.workbench.call(method, input);
      }
    },
    close: forget,
  };
}
