/** What can be asked of the user in a dialog of the system, without saying how. */
import type { AppWindow } from './app-window.ts';

/** A kind of file, `{name: 'Text', extensions: ['txt']}`; the first extension is the usual one, and any may have dots in it. */
export interface FileKind {
  readonly name: string;
  readonly extensions: readonly [string, ...string[]];
}

export interface Question {
  readonly kind: 'info' | 'warning' | 'error' | 'question';
  /** What happened or what is asked, in a sentence. */
  readonly message: string;
  readonly detail: string;
  /** The first is the default. */
  readonly buttons: readonly string[];
  /** What Escape stands for; the last button where absent. */
  readonly cancel?: number;
}

export interface Dialogs {
  /** Paths of files that exist; none where the user gave up. */
  readonly chooseFiles: (
    window: AppWindow | null,
    question: {
      readonly title: string;
      readonly button: string;
      readonly kinds: readonly FileKind[];
      readonly several: boolean;
    },
  ) => Promise<readonly string[]>;
  /**
   * Where to write, with the kind's suffix, or `null` where the user gave up. Where a file stands there already, the
   * user has agreed to its being replaced.
   */
  readonly chooseTarget: (
    window: AppWindow | null,
    question: {
      readonly title: string;
      readonly button: string;
      readonly suggested: string;
      readonly kind: FileKind;
    },
  ) => Promise<string | null>;
  /** Path of a folder, which may have been made for this; `null` where the user gave up. */
  readonly chooseFolder: (
    window: AppWindow | null,
    question: { readonly title: string; readonly button: string },
  ) => Promise<string | null>;
  /** The number of the button pressed. */
  readonly ask: (window: AppWindow | null, question: Question) => Promise<number>;
}

export const projectKind: FileKind = { name: 'Variorum project', extensions: ['variorum'] };
