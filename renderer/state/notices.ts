/** Sentences for the user: refusals and what an act came to. The newest is last; the views decide how long they stand. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export type NoticeKind = 'refusal' | 'done';

export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
}

export interface Notices {
  readonly store: StoreApi<{ readonly notices: readonly Notice[] }>;
  readonly add: (kind: NoticeKind, text: string) => void;
  readonly dismiss: (id: number) => void;
}

const limit = 5;

export function createNotices(): Notices {
  const store = createStore<{ readonly notices: readonly Notice[] }>()(() => ({ notices: [] }));
  let last = 0;
  return {
    store,
    add: (kind, text) => {
      last += 1;
      const notice: Notice = { id: last, kind, text };
      store.setState(({ notices }) => ({ notices: [...notices, notice].slice(-limit) }));
    },
    dismiss: (id) => store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  };
}
