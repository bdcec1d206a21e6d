/** The system's own dialogs. `dialog` is asked at the moment it is needed, never kept. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { BrowserWindow, dialog, webContents } from 'electron';
import type { AppWindow } from './app-window.ts';
import type { Dialogs, Question } from './dialog-questions.ts';

export const nativeDialogs: Dialogs = {
  async chooseFiles(window, { title, button, kinds, several }) {
    const options = {
      title,
      buttonLabel: button,
      filters: kinds.map(toFilter),
      properties: several ? ['openFile' as const, 'multiSelections' as const] : ['openFile' as const],
    };
    const parent = nativeWindow(window);
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return answer.canceled ? [] : answer.filePaths;
  },

  async chooseTarget(window, { title, button, suggested, kind }) {
    const options = {
      title,
      buttonLabel: button,
      defaultPath: suggested,
      filters: [toFilter(kind)],
      properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
    };
    const parent = nativeWindow(window);
    const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
    if (answer.canceled || answer.filePath === '') return null;
    const suffix = `.${kind.extensions[0]}`;
    const typed = answer.filePath.toLowerCase();
    if (kind.extensions.some((extension) => typed.endsWith(`.${extension}`))) return answer.filePath;
    // The system's dialog asked about the name as it was typed; with the suffix it may be another file's.
    const path = `${answer.filePath}${suffix}`;
    if (existsSync(path) && (await ask(window, replaceQuestion(path))) !== 0) return null;
    return path;
  },

  async chooseFolder(window, { title, button }) {
    const options = { title, buttonLabel: button, properties: ['openDirectory' as const, 'createDirectory' as const] };
    const parent = nativeWindow(window);
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  },

  ask,
};

async function ask(window: AppWindow | null, { kind, message, detail, buttons, cancel }: Question): Promise<number> {
  const cancelId = cancel ?? buttons.length - 1;
  const options = {
    type: kind,
    title: 'Variorum',
    message,
    detail,
    buttons: [...buttons],
    defaultId: 0,
    cancelId,
    noLink: true,
  };
  const parent = nativeWindow(window);
  const answer = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options));
  return answer.response;
}

function replaceQuestion(path: string): Question {
  return {
    kind: 'warning',
    message: `“${basename(path)}” exists already. Replace it?`,
    detail: 'What the file holds now will be lost.',
    buttons: ['Replace', 'Cancel'],
  };
}

function nativeWindow(window: AppWindow | null): BrowserWindow | null {
  const contents = window === null ? undefined : webContents.fromId(window.id);
  return contents === undefined ? null : BrowserWindow.fromWebContents(contents);
}

function toFilter({ name, extensions }: { readonly name: string; readonly extensions: readonly string[] }) {
  return { name, extensions: [...extensions] };
}
