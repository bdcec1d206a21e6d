/** The window's state for React. Selectors of `selectors.ts` give stable answers, so they may be used as they are. */
import { createContext, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Failure } from '#shared/contract/failure.ts';
import type { JobProgress } from '#shared/contract/window-commands.ts';
import type { Mirror, OpenDocument } from './mirror.ts';
import type { Notice } from './notices.ts';
import type { SelectionState } from './selection.ts';
import type { WindowState } from './window-state.ts';

export const WindowStateContext = createContext<WindowState | null>(null);

/** @throws outside a `WindowStateContext` */
export function useWindowState(): WindowState {
  const state = useContext(WindowStateContext);
  if (state === null) throw new Error('No window state around this component.');
  return state;
}

/** What `select` finds in the mirror; the component wakes when that changes. */
export function useMirror<T>(select: (mirror: Mirror) => T): T {
  return useStore(useWindowState().mirror, select);
}

export function useSelection<T>(select: (state: SelectionState) => T): T {
  return useStore(useWindowState().selection.store, select);
}

export function useNotices(): readonly Notice[] {
  return useStore(useWindowState().notices.store, ({ notices }) => notices);
}

/** The job at work on the project, or `null`. */
export function useJob(): JobProgress | null {
  return useStore(useWindowState().job.store, ({ job }) => job);
}

export type DocumentReading =
  | { readonly type: 'reading' }
  | { readonly type: 'open'; readonly document: OpenDocument }
  | { readonly type: 'failed'; readonly failure: Failure };

/** Reads a document and keeps it at hand while the component lives. */
export function useOpenDocument(id: string): DocumentReading {
  const { sync } = useWindowState();
  const document = useMirror((mirror) => mirror.documents.get(id));
  const [failed, setFailed] = useState<{ readonly id: string; readonly failure: Failure } | null>(null);

  useEffect(() => sync.holdDocument(id), [sync, id]);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const result = await sync.readDocument(id);
      if (current && !result.ok) setFailed({ id, failure: result.error });
    };
    if (document === undefined) void read();
    return () => {
      current = false;
    };
  }, [sync, id, document]);

  if (document !== undefined) return { type: 'open', document };
  return failed?.id === id ? { type: 'failed', failure: failed.failure } : { type: 'reading' };
}
