/** The threads that answer the long questions of the open projects: one each, as long as the project has a window. */
import type { ReadingThread } from '#electron/jobs/reading-thread.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Method } from '#shared/contract/methods.ts';
import { err, type Result } from '#shared/text/result.ts';
import { describeBug, type Log } from './log.ts';
import type { OpenProject } from './projects.ts';

export interface ProjectReadings {
  /**
   * The first document is read here, for a thread takes a while to start and a window wants its text; all else by the
   * thread. Where the thread has died the question is answered here as well: slowly is better than not. Rejects where
   * the question itself met a bug.
   * @param window who asks: of its questions that ask for the `latest` alone, one that still waits makes way for the next
   */
  readonly ask: (
    project: OpenProject,
    method: Method,
    input: unknown,
    window: number,
  ) => Promise<Result<unknown, Failure>>;
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
  return {
    ask: async (project, method, input, window) => {
      if (method === 'document.read' && !threads.has(project)) {
        setTimeout(() => {
          if (project.windows.size > 0) threadOf(project);
        }, textFirst).unref();
        return project.workbench.call(method, input);
      }
      const thread = threadOf(project);
      try {
        return await thread.ask(method, input, wantsLatest(input) ? `${method} ${window}` : undefined);
      } catch (error) {
        // A bug of this question: the thread is well, and the others in it are none of its business.
        if (!thread.isGone()) throw error;
        if (threads.get(project) === thread) threads.delete(project);
        // The thread was ended with the last window: the project may be closed, and nobody waits for the answer.
        if (project.windows.size === 0) return err(closed);
        log(`the thread that reads ${project.path} failed at ${method}: ${describeBug(error)}`);
        return project.workbench.call(method, input);
      }
    },
    close: (project) => {
      threads.get(project)?.close();
      threads.delete(project);
    },
  };
}

function wantsLatest(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'latest' in input && input.latest === true;
}

const closed = { type: 'ProjectClosed', message: 'The project was closed before this was answered.' } as const;
