/** The jobs of the open projects: at most one each, in a thread of its own, told of in every window of the project. */
import { basename } from 'node:path';
import type { PathChoices } from '#electron/exchange/read-articles.ts';
import { articleCount } from '#electron/jobs/article-source.ts';
import type { BulkJob, BulkRequest } from '#electron/jobs/bulk-job.ts';
import type { BulkWork } from '#electron/jobs/bulk-messages.ts';
import type { ExchangeJob, ExchangeRequest } from '#electron/jobs/exchange-job.ts';
import type { ExchangeEnding, ExchangeWork } from '#electron/jobs/exchange-messages.ts';
import type { ImportJob, ImportRequest } from '#electron/jobs/import-job.ts';
import type { ImportProgress } from '#electron/jobs/import-run.ts';
import type { ImportSummary } from '#electron/jobs/import-summary.ts';
import type { PreviewJob, PreviewRequest } from '#electron/jobs/preview-job.ts';
import type { MainTurn } from '#electron/jobs/write-turn.ts';
import type { ImportPreview } from '#shared/contract/import-preview.ts';
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
    choices?: PathChoices,
  ) => Promise<Result<ImportSummary | null, Failure>>;
  /**
   * Looks what importing the files would do, in a thread; resolves when it has ended, `null` where the project was closed
   * before it began. Another look, or whatever else comes next, stops it.
   */
  readonly previewFiles: (
    project: OpenProject,
    paths: readonly string[],
    choices?: PathChoices,
  ) => Promise<Result<ImportPreview | null, Failure>>;
  /**
   * Takes back or brings back the last act where that is large, in a thread; `null` where it is none for a thread.
   * Refused while another one is being taken or brought back, whatever its size: part of it is in the history already.
   */
  readonly reverse: (project: OpenProject, way: 'undo' | 'redo') => Promise<Result<Reversed, Failure>> | null;
  /**
   * Exports, or brings annotations in, or looks what that would do, in a thread; resolves when it has ended.
   * @param what the name of the file, for the windows
   */
  readonly exchange: (project: OpenProject, work: ExchangeWork, what: string) => Promise<ExchangeEnding>;
  /** Lets a thread bring copy finding in step with the documents, unless a job is at work. */
  readonly settle: (project: OpenProject) => void;
  /** Lets an import or an export stop after the transaction it is in; `false` where there is none. */
  readonly cancelJob: (project: OpenProject) => boolean;
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
  readonly startPreview: (request: PreviewRequest) => PreviewJob;
  readonly startBulk: (request: BulkRequest) => BulkJob;
  readonly startExchange: (request: ExchangeRequest) => ExchangeJob;
  readonly log: Log;
}

interface Running {
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

/** Acts of more events are taken back in a thread. */
const eventsAtOnce = 300;

export function createProjectJobs({
  projects,
  startImport,
  startPreview,
  startBulk,
  startExchange,
  log,
}: ProjectJobsDeps): ProjectJobs {
  const running = new Map<OpenProject, Running>();
  let started = 0;

  const busy = (project: OpenProject): Failure | null => {
    const other = running.get(project);
    if (other === undefined) return null;
    return { type: 'JobRunning', message: other.busy };
  };

  /** Starts a job and follows it to its end; the windows are told how far it is. */
  async function follow<E>(
    project: OpenProject,
    { still, ...known }: Pick<JobProgress, 'kind' | 'what'> & Partial<JobProgress> & { readonly still: string },
    start: (tell: (now: Partial<JobProgress>) => void, onFault: (error: unknown) => void) => FollowedJob<E>,
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
      running.delete(project);
      project.workbench.catchUp();
      tell({ state: 'ended', secondsLeft: null });
    }
  }

  const run = (project: OpenProject, paths: readonly string[], choices: PathChoices = {}): Promise<ImportSummary> => {
    const what = whatOf(paths);
    const known = {
      kind: 'import',
      what,
      total: articleCount(paths),
      still: `“${what}” is still being imported.`,
    } as const;
    return follow(project, known, (tell, onFault) =>
      startImport({
        project: project.path,
        paths,
        choices,
        onProgress: (progress) => tell(progressOf(progress)),
        onFault,
      }),
    );
  };

  const preview = (
    project: OpenProject,
    paths: readonly string[],
    choices: PathChoices = {},
  ): Promise<ImportPreview> => {
    const what = whatOf(paths);
    const still = `“${what}” is still being looked through.`;
    return follow(project, { kind: 'preview', what, total: articleCount(paths), still }, (tell, onFault) =>
      startPreview({ project: project.path, paths, choices, onProgress: tell, onFault }),
    );
  };

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

  const exchange = (project: OpenProject, work: ExchangeWork, what: string): Promise<ExchangeEnding> =>
    follow(project, { kind: work.type, what, still: stillExchanging[work.type](what) }, (tell, onFault) =>
      startExchange({ project: project.path, work, onProgress: tell, onFault }),
    );

  const isLooking = (project: OpenProject): boolean => looks.has(running.get(project)?.kind ?? 'import');

  /** A look at a file makes way for whatever comes next. */
  async function endPreview(project: OpenProject): Promise<void> {
    for (;;) {
      const job = running.get(project);
      if (job === undefined || !looks.has(job.kind)) return;
      job.stop();
      // oxlint-disable-next-line no-await-in-loop -- another one may have begun meanwhile
      await job.ended;
    }
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
    importFiles: async (project, paths, choices) => {
      if (isLooking(project)) await endPreview(project);
      const refused = busy(project);
      if (refused !== null) return err(refused);
      return ok(await projects.during(project, () => run(project, paths, choices)));
    },
    previewFiles: async (project, paths, choices) => {
      if (isLooking(project)) await endPreview(project);
      const refused = busy(project);
      if (refused !== null) return err(refused);
      return ok(await projects.during(project, () => preview(project, paths, choices)));
    },
    exchange: async (project, work, what) => {
      await endPreview(project);
      const refused = busy(project);
      if (refused !== null) return err(refused);
      return (await projects.during(project, () => exchange(project, work, what))) ?? err(projectClosed);
    },
    cancelJob: (project) => {
      const job = running.get(project);
      if (job === undefined || !cancellable.has(job.kind)) return false;
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

const stillExchanging: Readonly<Record<ExchangeWork['type'], (what: string) => string>> = {
  export: (what) => `“${what}” is still being written.`,
  'import-annotations': (what) => `Annotations from “${what}” are still coming in.`,
  'preview-annotations': (what) => `“${what}” is still being looked through.`,
};

const projectClosed = { type: 'ProjectClosed', message: 'The project was closed before this was done.' } as const;

/** The one file's name, or how many there are. */
function whatOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  return paths.length === 1 ? basename(first) : counted(paths.length, 'file');
}

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
