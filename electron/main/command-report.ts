/** Says what a command chosen from the menu came to. One asked for by a window is reported there instead. */
import type { Failure } from '#shared/contract/failure.ts';
import type { AppOutcome } from '#shared/contract/window-commands.ts';
import type { Result } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import type { Dialogs } from './dialog-questions.ts';

/** How many lines of details a dialog shows. */
const detailLimit = 20;

export async function reportCommand(
  dialogs: Dialogs,
  window: AppWindow | null,
  result: Result<AppOutcome, Failure>,
): Promise<void> {
  const buttons = ['OK'];
  if (!result.ok) {
    await dialogs.ask(window, { kind: 'error', message: 'That was not done.', detail: result.error.message, buttons });
    return;
  }
  const { message, details } = result.value;
  if (message === null) return;
  const shown = details.slice(0, detailLimit);
  if (details.length > shown.length) shown.push(`… and ${details.length - shown.length} more.`);
  await dialogs.ask(window, { kind: 'info', message, detail: shown.join('\n'), buttons });
}
