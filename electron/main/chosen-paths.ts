/** What was chosen in dialogs of the system, known to the windows by tokens: a window never names a path. */
import { randomUUID } from 'node:crypto';

/** What it was chosen for. */
export type ChosenFor = 'annotations' | 'articles';

export interface ChosenPaths {
  /** The token; what the window chose before for the same is forgotten. */
  readonly keep: (window: number, use: ChosenFor, paths: readonly string[]) => string;
  /** `null` for a token that is none, or another window's, or was chosen for something else. */
  readonly of: (window: number, use: ChosenFor, token: string) => readonly string[] | null;
  /** The window is gone. */
  readonly forget: (window: number) => void;
}

export function createChosenPaths(): ChosenPaths {
  const chosen = new Map<number, Map<ChosenFor, { readonly token: string; readonly paths: readonly string[] }>>();
  return {
    keep: (window, use, paths) => {
      const own = chosen.get(window) ?? new Map<ChosenFor, { token: string; paths: readonly string[] }>();
      chosen.set(window, own);
      const token = randomUUID();
      own.set(use, { token, paths });
      return token;
    },
    of: (window, use, token) => {
      const known = chosen.get(window)?.get(use);
      return known?.token === token ? known.paths : null;
    },
    forget: (window) => void chosen.delete(window),
  };
}
