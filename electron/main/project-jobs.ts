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
import type { ImportPreview } from '#shared/contract/import-preview.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Reversed } from '#shared/contract/methods.ts';
import type { JobProgress } from '#shared/contract/window-commands.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { counted } from './counted.ts';
import { describeBug, type Log } from './log.ts';
import type { OpenProject, Projects } from './projects.ts';
import { createRunningJobs } from './running-jobs.ts';

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
  const running = createRunningJobs(log);

  const run = (project: OpenProject, paths: readonly string[], choices: PathChoices = {}): Promise<ImportSummary> => {
    const what = whatOf(paths);
    const known = {
      kind: 'import',
      what,
      total: articleCount(paths),
      still: `“${what}” is still being imported.`,
    } as const;
    return running.follow(project, known, (tell, onFault) =>
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
    return running.follow(project, { kind: 'preview', what, total: articleCount(paths), still }, (tell, onFault) =>
      startPreview({ project: project.path, paths, choices, onProgress: tell, onFault }),
    );
  };

  function begin(project: OpenProject, work: BulkWork): BulkJob {
    const tell = running.teller(project, work.type, {});
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
      running.end(project);
      tell({ state: 'ended' });
    };
    void projects.during(project, end);
    return job;
  }

  const exchange = (project: OpenProject, work: ExchangeWork, what: string): Promise<ExchangeEnding> =>
    running.follow(project, { kind: work.type, what, still: stillExchanging[work.type](what) }, (tell, onFault) =>
      startExchange({ project: project.path, work, onProgress: tell, onFault }),
    );

  /** Begins what `job` begins, once no look is at work any more; refused while anything else is. */
  async function alone<T>(project: OpenProject, job: () => Promise<T>): Promise<Result<T | null, Failure>> {
    if (running.isLooking(project)) await running.endLook(project);
    const refused = running.busy(project);
    return refused === null ? ok(await projects.during(project, job)) : err(refused);
  }

  return {
    busy: running.busy,
    reverse: (project, way) => {
      const refused = running.busy(project);
      const kind = running.of(project)?.kind;
      const isReversing = kind === 'undo' || kind === 'redo';
      if (!isReversing && project.workbench.reversalSize(way) <= eventsAtOnce) return null;
      if (refused !== null) return Promise.resolve(err(refused));
      return reversed(begin(project, { type: way }).done);
    },
    settle: (project) => {
      if (running.of(project) === undefined) begin(project, { type: 'settle' });
    },
    importFiles: (project, paths, choices) => alone(project, () => run(project, paths, choices)),
    previewFiles: (project, paths, choices) => alone(project, () => preview(project, paths, choices)),
    exchange: async (project, work, what) => {
      const ending = await alone(project, () => exchange(project, work, what));
      return ending.ok ? (ending.value ?? err(projectClosed)) : ending;
    },
    cancelJob: running.cancel,
    stop: (project) => running.of(project)?.stop(),
    stopAll: running.stopAll,
    between: (project, write) => running.of(project)?.turn.take(write) ?? write(),
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
