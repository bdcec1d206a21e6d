import type { Dialogs, Question } from '../dialog-questions.ts';

export interface Answers {
  /** The files chosen, dialog by dialog. */
  readonly files?: readonly (readonly string[])[];
  readonly targets?: readonly (string | null)[];
  readonly folders?: readonly (string | null)[];
  /** The buttons pressed, question by question. */
  readonly buttons?: readonly number[];
}

/** Dialogs that answer from lists, in order, and remember what was asked; a question without an answer throws. */
export function fakeDialogs({ files = [], targets = [], folders = [], buttons = [] }: Answers) {
  const left = { files: [...files], targets: [...targets], folders: [...folders], buttons: [...buttons] };
  const asked: Question[] = [];
  const suggested: string[] = [];
  const dialogs: Dialogs = {
    chooseFiles: async () => next(left.files, 'which files'),
    chooseTarget: async (_window, question) => {
      suggested.push(question.suggested);
      return next(left.targets, 'where to');
    },
    chooseFolder: async () => next(left.folders, 'which folder'),
    ask: async (_window, question) => {
      asked.push(question);
      return next(left.buttons, question.message);
    },
  };
  return { dialogs, asked, suggested };
}

function next<T>(answers: T[], question: string): T {
  if (answers.length === 0) throw new Error(`Nobody answers: ${question}`);
  return answers.shift() as T;
}
