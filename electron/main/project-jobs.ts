/** The jobs of the open projects: at most one each, in a thread of its own, told of in every window of the project. */
import { basename } from 'node:path';
import { articleCount } from '#electron/jobs/article-source.ts';
import type { ImportJob, ImportRequest } from '#electron/jobs/import-job.ts';
import type { ImportProgress } from '#electron/jobs/import-run.ts';
import type { ImportSummary } from '#electron/jobs/import-summary.ts';
import { channels } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { JobProgress } from '#shared/contract/window-commands.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { counted } from './counted.ts';
import { describeBug, type Log } from './log.ts';
import type { OpenProject, Projects } from './projects.ts';

export interface ProjectJobs {
  /** Why nothing can be imported now, or `null`. */
  readonly busy: (project: OpenProject) => Failure | null;
  /** Resolves when the job has ended; `null` where the project was closed before it began. */
  readonly importFiles: (
    project: OpenProject,
    paths: readonly string[],
  ) => Promise<Result<ImportSummary | null, Failure>>;
  /** Lets the job stop after the transaction it is in; `false` where there is none. */
  readonly cancel: (project: OpenProject) => boolean;
  readonly cancelAll: () => void;
  /**
   * Runs `write`, which writes to the project: at once, or between two transactions of its job. Nothing waits with its
   * thread standing still.
   */
  readonly between: <T>(project: OpenProject, write: () => T | Promise<T>) => T | Promise<T>;
}

export interface ProjectJobsDeps {
  readonly projects: Pick<Projects, 'during'>;
  readonly startImport: (request: ImportRequest) => ImportJob;
  readonly log: Log;
}

interface Running {
  readonly what: string;
  readonly job: ImportJob;
  readonly stop: () => void;
}

export function createProjectJobs({ projects, startImport, log }: ProjectJobsDeps): ProjectJobs {
  const running = new Map<OpenProject, Running>();
  let started = 0;

  const busy = (project: OpenProject): Failure | null => {
    const other = running.get(project);
    if (other === undefined) return null;
    const message = `“${other.what}” is still being imported. Wait until that has ended, or cancel it.`;
    return { type: 'JobRunning', message };
  };

  async function run(project: OpenProject, paths: readonly string[]): Promise<ImportSummary> {
    started += 1;
    const [first = ''] = paths;
    const what = paths.length === 1 ? basename(first) : counted(paths.length, 'file');
    let told: JobProgress = {
      job: String(started),
      state: 'running',
      what,
      done: 0,
      total: articleCount(paths),
      share: 0,
      passages: null,
      secondsLeft: null,
    };
    const tell = (now: Partial<JobProgress>): void => {
      told = { ...told, ...now };
      for (const window of project.windows) window.send(channels.command, told);
    };
    tell({});
    const job = startImport({
      project: project.path,
      paths,
      onProgress: (progress) => tell(progressOf(progress)),
      onFault: (error) => log(`the import into ${project.path} failed: ${describeBug(error)}`),
    });
    const stop = (): void => {
      job.turn.cancel();
      tell({ state: 'stopping', secondsLeft: null });
    };
    running.set(project, { what, job, stop });
    try {
      return await job.ended;
    } finally {
      running.delete(project);
      project.workbench.catchUp();
      tell({ state: 'ended', secondsLeft: null });
    }
  }

  return {
    busy,
    importFiles: async (project, paths) => {
      const refused = busy(project);
      if (refused !== null) return err(refused);
      return ok(await projects.during(project, () => run(project, paths)));
    },
    cancel: (project) => {
      const job = running.get(project);
      job?.stop();
      return job !== undefined;
    },
    cancelAll: () => {
      for (const { stop } of running.values()) stop();
    },
    between: (project, write) => running.get(project)?.job.turn.take(write) ?? write(),
  };
}

function progressOf(progress: ImportProgress): Partial<JobProgress> {
  const { added, there, refused, share, secondsLeft, passages } = progress;
  return { done: added + there + refused, share, secondsLeft, passages };
}
