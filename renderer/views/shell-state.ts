/** What is open in the window besides the document: folded panes, a dialog. */
import type { Chosen } from '#shared/contract/app-requests.ts';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** `copies` is the reader's own popover: while it is open, keys are not for the text either. */
export type OpenDialog =
  | 'palette'
  | 'keys'
  | 'pending'
  | 'copies'
  | 'export'
  | 'import-articles'
  | 'import-annotations'
  | 'orphans'
  | null;

export interface ShellState {
  readonly leftFolded: boolean;
  readonly rightFolded: boolean;
  readonly dialog: OpenDialog;
  /** What was chosen in a dialog of the system, for the dialog of an import. */
  readonly chosen: Chosen | null;
}

export interface Shell {
  readonly store: StoreApi<ShellState>;
  readonly setFolded: (side: 'left' | 'right', folded: boolean) => void;
  readonly toggleFold: (side: 'left' | 'right') => void;
  readonly open: (dialog: OpenDialog, chosen?: Chosen) => void;
}

export function createShell(): Shell {
  const store = createStore<ShellState>()(() => ({
    leftFolded: false,
    rightFolded: false,
    dialog: null,
    chosen: null,
  }));
  const setFolded: Shell['setFolded'] = (side, folded) =>
    store.setState(side === 'left' ? { leftFolded: folded } : { rightFolded: folded });
  return {
    store,
    setFolded,
    toggleFold: (side) => {
      const { leftFolded, rightFolded } = store.getState();
      setFolded(side, side === 'left' ? !leftFolded : !rightFolded);
    },
    open: (dialog, chosen) => store.setState({ dialog, chosen: chosen ?? null }),
  };
}

export const ShellContext = createContext<Shell | null>(null);

/** @throws outside a `ShellContext` */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('No shell around this component.');
  return shell;
}

export function useShellState<T>(select: (state: ShellState) => T): T {
  return useStore(useShell().store, select);
}
