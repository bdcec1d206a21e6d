/** The job that is at work on the project, as the main process tells of it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '#shared/contract/bridge.ts';
import { jobProgressSchema, type JobProgress } from '#shared/contract/window-commands.ts';

export interface Job {
  /** `null` where none is at work. */
  readonly store: StoreApi<{ readonly job: JobProgress | null }>;
  /** Listens until the returned function is called. */
  readonly listen: (bridge: Pick<Bridge, 'onCommand'>) => () => void;
}

export function createJob(): Job {
  const store = createStore<{ readonly job: JobProgress | null }>()(() => ({ job: null }));
  return {
    store,
    listen: (bridge) =>
      bridge.onCommand((message) => {
        const told = jobProgressSchema.safeParse(message);
        if (told.success) store.setState({ job: told.data.state === 'ended' ? null : told.data });
      }),
  };
}
