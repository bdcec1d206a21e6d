/** The jobs that are at work, at most one a project: what each is, what it tells the windows, and how it ends. */
import type { MainTurn } from '#electron/jobs/write-turn.ts';
import { channels } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { JobProgress } from '#shared/contract/window-commands.ts';
import { describeBug, type Log } from './log.ts';
import type { OpenProject } from './projects.ts';

export interface RunningJob {
  readonly kind: JobProgress['kind'];
  /** Why nothing else can begin. */
  readonly busy: string;
  readonly turn: MainTurn;
  readonly stop: () => void;
  /** Resolves when it has ended, where somebody waits for that. */
  readonly ended?: Promise<unknown>;
}

/** A job whose end is waited for. */
interface FollowedJob<E> {
  readonly turn: MainTurn;
  readonly ended: Promise<E>;
}

/** What the user may stop: what was done until then stays. */
const cancellable: ReadonlySet<JobProgress['kind']> = new Set([
  'import',
  'preview',
  'export',
  'import-annotations',
  'preview-annotations',
]);

/** Jobs that change nothing. */
const looks: ReadonlySet<JobProgress['kind']> = new Set(['preview', 'preview-annotations']);

export type Tell = (now: Partial<JobProgress>) => void;

export interface RunningJobs {
  readonly of: (project: OpenProject) => RunningJob | undefined;
  /** Says what is at work from now on. */
  readonly set: (project: OpenProject, job: RunningJob) => void;
  /** Nothing is at work any more; what it wrote is read. */
  readonly end: (project: OpenProject) => void;
  readonly stopAll: () => void;
  /** Why nothing else can begin now, or `null`. */
  readonly busy: (project: OpenProject) => Failure | null;
  /** Stops the job if the user may stop it; `false` where there is none. */
  readonly cancel: (project: OpenProject) => boolean;
  /** Nothing but a look is at work, which makes way for whatever comes next. */
  readonly isLooking: (project: OpenProject) => boolean;
  /** Stops looks until none is at work. */
  readonly endLook: (project: OpenProject) => Promise<void>;
  /** Tells the windows of a job that begins; the returned function tells what has become of it since. */
  readonly teller: (project: OpenProject, kind: JobProgress['kind'], known: Partial<JobProgress>) => Tell;
  /** Starts a job and follows it to its end; the windows are told how far it is. */
  readonly follow: <E>(
    project: OpenProject,
    known: KnownJob,
    start: (tell: Tell, onFault: (error: unknown) => void) => FollowedJob<E>,
  ) => Promise<E>;
}

/** What is known of a job when it begins, and why nothing else can begin (`still`). */
export type KnownJob = Pick<JobProgress, 'kind' | 'what'> & Partial<JobProgress> & { readonly still: string };

export function createRunningJobs(log: Log): RunningJobs {
  const running = new Map<OpenProject, RunningJob>();
  let started = 0;

  const end = (project: OpenProject): void => {
    running.delete(project);
    project.workbench.catchUp();
  };

  async function follow<E>(
    project: OpenProject,
    { still, ...known }: KnownJob,
    start: (tell: Tell, onFault: (error: unknown) => void) => FollowedJob<E>,
  ): Promise<E> {
    const { kind } = known;
    const tell = teller(project, kind, known);
    const job = start(tell, (error) => log(`the job ${kind} on ${project.path} failed: ${describeBug(error)}`));
    const stop = (): void => {
      job.turn.cancel();
      tell({ state: 'stopping', secondsLeft: null });
    };
    running.set(project, {
      kind,
      busy: `${still} Wait until that has ended, or cancel it.`,
      turn: job.turn,
      stop,
      ended: job.ended,
    });
    try {
      return await job.ended;
    } finally {
      end(project);
      tell({ state: 'ended', secondsLeft: null });
    }
  }

  function teller(project: OpenProject, kind: JobProgress['kind'], known: Partial<JobProgress>): Tell {
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
    const tell: Tell = (now) => {
      told = { ...told, ...now };
      for (const window of project.windows) window.send(channels.command, told);
    };
    tell({});
    return tell;
  }

  const isLooking = (project: OpenProject): boolean => looks.has(running.get(project)?.kind ?? 'import');

  async function endLook(project: OpenProject): Promise<void> {
    for (let job = running.get(project); job !== undefined && looks.has(job.kind); job = running.get(project)) {
      job.stop();
      // oxlint-disable-next-line no-await-in-loop -- another one may have begun meanwhile
      await job.ended;
    }
  }

  return {
    of: (project) => running.get(project),
    set: (project, job) => void running.set(project, job),
    end,
    stopAll: () => {
      for (const { stop } of running.values()) stop();
    },
    busy: (project) => {
      const other = running.get(project);
      return other === undefined ? null : { type: 'JobRunning', message: other.busy };
    },
    cancel: (project) => {
      const job = running.get(project);
      if (job === undefined || !cancellable.has(job.kind)) return false;
      job.stop();
      return true;
    },
    isLooking,
    endLook,
    teller,
    follow,
  };
}
