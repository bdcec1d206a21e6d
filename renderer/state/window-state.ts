/** Everything a window knows and can do, made once. */
import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';
import { createActs, type Acts } from './acts.ts';
import { createJob, type Job } from './job.ts';
import { loadLastPlace, saveLastPlace, type PlaceStorage } from './last-place.ts';
import type { Mirror } from './mirror.ts';
import { createNotices, type Notices } from './notices.ts';
import { createSelection, type Selection } from './selection.ts';
import { documentsInOrder, projectOf } from './selectors.ts';
import { createSync, type Sync } from './sync.ts';

export interface WindowState {
  readonly mirror: StoreApi<Mirror>;
  readonly sync: Sync;
  readonly selection: Selection;
  readonly notices: Notices;
  readonly job: Job;
  readonly acts: Acts;
  /** Calls that only read; their failures are the caller's. */
  readonly call: Bridge['call'];
  /** Loads the project and opens it where it was left; a new one at its first document. */
  readonly start: () => Promise<Result<null, Failure>>;
  readonly stop: () => void;
}

export function createWindowState(bridge: Bridge, storage: PlaceStorage): WindowState {
  const notices = createNotices();
  const selection = createSelection();
  const job = createJob();
  const sync = createSync(bridge, (failure) => notices.add('refusal', failure.message));
  const mirror = sync.store;
  const acts = createActs({ call: bridge.call, mirror, selection, notices });
  const endings: (() => void)[] = [];

  /** Where the last place's document has not been told yet, reading it brings its row. */
  async function knowLastPlace(): Promise<void> {
    const { rows, rest } = mirror.getState();
    const project = projectOf(mirror.getState());
    const last = project === null ? null : loadLastPlace(storage, project.id);
    if (last !== null && rest !== null && !rows.document.has(last.document)) await sync.readDocument(last.document);
  }

  function openFirst(): void {
    const project = projectOf(mirror.getState());
    const last = project === null ? null : loadLastPlace(storage, project.id);
    if (last !== null && mirror.getState().rows.document.has(last.document)) {
      selection.restore(last);
    } else {
      selection.openDocument(documentsInOrder(mirror.getState())[0]?.id ?? null);
    }
  }

  return {
    mirror,
    sync,
    selection,
    notices,
    job,
    acts,
    call: bridge.call,
    start: async () => {
      endings.push(job.listen(bridge));
      const started = await sync.start();
      if (!started.ok) return started;
      await knowLastPlace();
      openFirst();
      endings.push(
        mirror.subscribe(({ rows, rest }, before) => {
          if (rows === before.rows && rest === before.rest) return;
          const { document, annotation } = selection.store.getState();
          const isGone = document !== null && rest === null && !rows.document.has(document);
          if ((rows.document !== before.rows.document || rest !== before.rest) && (document === null || isGone))
            openFirst();
          if (annotation !== null && before.rows.annotation.has(annotation) && !rows.annotation.has(annotation)) {
            selection.selectAnnotation(null);
          }
        }),
        selection.store.subscribe((state, before) => {
          const project = projectOf(mirror.getState());
          if (project === null || state.document === null) return;
          if (state.places === before.places && state.document === before.document) return;
          const place = state.places.get(state.document) ?? { caret: 0, top: 0 };
          saveLastPlace(storage, project.id, { document: state.document, ...place });
        }),
      );
      return started;
    },
    stop: () => {
      sync.stop();
      for (const end of endings.splice(0)) end();
    },
  };
}
