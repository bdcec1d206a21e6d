/** What no code of ours caught. It is said, never swallowed, and what was saved stays saved. */
import { app, BrowserWindow, dialog } from 'electron';
import { describeBug, logToStderr } from './log.ts';

let asking = false;

export function watchForFaults(): void {
  // The terminal the app was started from may be closed before the app is.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('uncaughtException', (error) => void report(error));
  process.on('unhandledRejection', (reason) => void report(reason));
}

async function report(error: unknown): Promise<void> {
  logToStderr(`fault: ${describeBug(error)}`);
  if (asking) return;
  if (!app.isReady()) {
    dialog.showErrorBox('Variorum could not start.', describeBug(error));
    app.exit(1);
    return;
  }
  asking = true;
  try {
    const answer = await dialog.showMessageBox({
      type: 'error',
      title: 'Variorum',
      message: 'Something went wrong inside Variorum.',
      detail: `Everything that was tagged is saved. You can go on; if it happens again, quit and start Variorum again.\n\n${error instanceof Error ? error.message : String(error)}`,
      buttons: ['Go on', 'Quit'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Without a window there is nothing to go on with.
    if (answer.response === 1 || BrowserWindow.getAllWindows().length === 0) app.quit();
  } finally {
    asking = false;
  }
}
