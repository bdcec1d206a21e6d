/** Sentences for the user: refusals and what an act came to. The newest is last; the views decide how long they stand. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export type NoticeKind = 'refusal' | 'done';

export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
  /** What belongs to the sentence and is read when wanted. */
  readonly details: readonly string[];
}

export interface Notices {
  readonly store: StoreApi<{ readonly notices: readonly Notice[] }>;
  readonly add: (kind: NoticeKind, text: string, details?: readonly string[]) => void;
  readonly dismiss: (id: number) => void;
  /** Takes away every refusal: what was refused is past once something else has been done. */
  readonly dismissRefusals: () => void;
}

const limit = 5;

export function createNotices(): Notices {
  const store = createStore<{ readonly notices: readonly Notice[] }>()(() => ({ notices: [] }));
  let last = 0;
  return {
    store,
    add: (kind, text, details = []) => {
      last += 1;
      const notice: Notice = { id: last, kind, text, details };
      store.setState(({ notices }) => ({ notices: [...notices, notice].slice(-limit) }));
    },
    dismiss: (id) => store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    dismissRefusals: () => {
      if (!store.getState().notices.some(({ kind }) => kind === 'refusal')) return;
      store.setState(({ notices }) => ({ notices: notices.filter(({ kind }) => kind !== 'refusal') }));
    },
  };
}
