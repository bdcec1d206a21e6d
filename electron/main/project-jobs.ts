/** The jobs of the open projects: at most one each, in a thread of its own, told of in every window of the project. */
import { basename } from 'node:path';
import { articleCount } from '#electron/jobs/article-source.ts';
import type { BulkJob, BulkRequest } from '#electron/jobs/bulk-job.ts';
import type { BulkWork } from '#electron/jobs/bulk-messages.ts';
import type { ImportJob, ImportRequest } from '#electron/jobs/import-job.ts';
import type { ImportProgress } from '#electron/jobs/import-run.ts';
import type { ImportSummary } from '#electron/jobs/import-summary.ts';
import type { MainTurn } from '#electron/jobs/write-turn.ts';
import { channels } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Reversed } from '#shared/contract/methods.ts';
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
  /**
   * Takes back or brings back the last act where that is large, in a thread; `null` where it is none for a thread.
   * Refused while another one is being taken or brought back, whatever its size: part of it is in the history already.
   */
  readonly reverse: (project: OpenProject, way: 'undo' | 'redo') => Promise<Result<Reversed, Failure>> | null;
  /** Lets a thread bring copy finding in step with the documents, unless a job is at work. */
  readonly settle: (project: OpenProject) => void;
  /** Lets the import stop after the transaction it is in; `false` where there is none. */
  readonly cancelImport: (project: OpenProject) => boolean;
  /** Lets any job stop so, but for what is taken or brought back whole. */
  readonly stop: (project: OpenProject) => void;
  readonly stopAll: () => void;
  /**
   * Runs `write`, which writes to the project: at once, or between two transactions of its job. Nothing waits with its
   * thread standing still.
   */
  readonly between: <T>(project: OpenProject, write: () => T | Promise<T>) => T | Promise<T>;
}

export interface ProjectJobsDeps {
  readonly projects: Pick<Projects, 'during'>;
  readonly startImport: (request: ImportRequest) => ImportJob;
  readonly startBulk: (request: BulkRequest) => BulkJob;
  readonly log: Log;
}

interface Running {
  readonly kind: JobProgress['kind'];
  /** Why nothing else can begin. */
  readonly busy: string;
  readonly turn: MainTurn;
  readonly stop: () => void;
}

/** Acts of more events are taken back in a thread. */
const eventsAtOnce = 300;

export function createProjectJobs({ projects, startImport, startBulk, log }: ProjectJobsDeps): ProjectJobs {
  const running = new Map<OpenProject, Running>();
  let started = 0;

  const busy = (project: OpenProject): Failure | null => {
    const other = running.get(project);
    if (other === undefined) return null;
    return { type: 'JobRunning', message: other.busy };
  };

  async function run(project: OpenProject, paths: readonly string[]): Promise<ImportSummary> {
    const [first = ''] = paths;
    const what = paths.length === 1 ? basename(first) : counted(paths.length, 'file');
    const tell = teller(project, 'import', { what, total: articleCount(paths) });
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
    const still = `“${what}” is still being imported. Wait until that has ended, or cancel it.`;
    running.set(project, { kind: 'import', busy: still, turn: job.turn, stop });
    try {
      return await job.ended;
    } finally {
      running.delete(project);
      project.workbench.catchUp();
      tell({ state: 'ended', secondsLeft: null });
    }
  }

  /** Tells the windows of a job that begins; the returned function tells what has become of it since. */
  function teller(
    project: OpenProject,
    kind: JobProgress['kind'],
    known: Partial<JobProgress>,
  ): (now: Partial<JobProgress>) => void {
    started += 1;
    let told: JobProgress = {
      job: String(started),
      state: 'running',
      kind,
      what: '',
      done: 0,
      total: null,
      share: 0,
      passages: null,
      secondsLeft: null,
      ...known,
    };
    const tell = (now: Partial<JobProgress>): void => {
      told = { ...told, ...now };
      for (const window of project.windows) window.send(channels.command, told);
    };
    tell({});
    return tell;
  }

  function begin(project: OpenProject, work: BulkWork): BulkJob {
    const tell = teller(project, work.type, {});
    const job = startBulk({
      project: project.path,
      work,
      onProgress: ({ done, total }) => tell({ done, total, share: Math.min(1, done / Math.max(1, total)) }),
      onFault: (error) => log(`the job ${work.type} on ${project.path} failed: ${describeBug(error)}`),
    });
    const at = (kind: BulkWork['type']): void => {
      running.set(project, { kind, busy: stillAtWork[kind], turn: job.turn, stop: job.turn.cancel });
    };
    at(work.type);
    const end = async (): Promise<void> => {
      await job.done;
      if (work.type !== 'settle') {
        // What was asked for is done; copies are still looked for in what came or went by it.
        at('settle');
        tell({ kind: 'settle', done: 0, total: null, share: 0 });
      }
      await job.ended;
      running.delete(project);
      project.workbench.catchUp();
      tell({ state: 'ended' });
    };
    void projects.during(project, end);
    return job;
  }

  return {
    busy,
    reverse: (project, way) => {
      const refused = busy(project);
      const kind = running.get(project)?.kind;
      const isReversing = kind === 'undo' || kind === 'redo';
      if (!isReversing && project.workbench.reversalSize(way) <= eventsAtOnce) return null;
      if (refused !== null) return Promise.resolve(err(refused));
      return reversed(begin(project, { type: way }).done);
    },
    settle: (project) => {
      if (!running.has(project)) begin(project, { type: 'settle' });
    },
    importFiles: async (project, paths) => {
      const refused = busy(project);
      if (refused !== null) return err(refused);
      return ok(await projects.during(project, () => run(project, paths)));
    },
    cancelImport: (project) => {
      const job = running.get(project);
      if (job?.kind !== 'import') return false;
      job.stop();
      return true;
    },
    stop: (project) => running.get(project)?.stop(),
    stopAll: () => {
      for (const { stop } of running.values()) stop();
    },
    between: (project, write) => running.get(project)?.turn.take(write) ?? write(),
  };
}

const stillAtWork: Readonly<Record<BulkWork['type'], string>> = {
  undo: 'A large act is still being taken back. Wait until that has ended.',
  redo: 'A large act is still being brought back. Wait until that has ended.',
  settle: 'Copies are still being looked for in documents that came or went. Wait until that has ended.',
};

async function reversed(done: BulkJob['done']): Promise<Result<Reversed, Failure>> {
  const ending = await done;
  if (!ending.ok) return ending;
  return ending.value === null
    ? err({ type: 'NothingToUndo', message: 'There is nothing to undo.' })
    : ok(ending.value);
}

function progressOf(progress: ImportProgress): Partial<JobProgress> {
  const { added, there, refused, share, secondsLeft, passages } = progress;
  return { done: added + there + refused, share, secondsLeft, passages };
}
