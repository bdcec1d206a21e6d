/** One line on a terminal that says how far long work is, and goes away when it is done. */
import type { Output } from './output.ts';

export interface Progress {
  /** @param share of the whole work, 0…1 */
  readonly show: (documents: number, share: number) => void;
  readonly clear: () => void;
}

export const noProgress: Progress = { show: () => undefined, clear: () => undefined };

/** How often the line is written anew, in milliseconds. */
const patience = 200;

export function createProgress(output: Output, now: () => number = () => performance.now()): Progress {
  const begun = now();
  let last = begun;
  let isShown = false;
  return {
    show: (documents, share) => {
      const time = now();
      if (time - last < patience) return;
      last = time;
      isShown = true;
      output.write(`\r${progressText(documents, share, (time - begun) / 1000)}\u001b[K`);
    },
    clear: () => {
      if (isShown) output.write('\r\u001b[K');
      isShown = false;
    },
  };
}

/** `1,920 documents, 640 a second, 2 min left` */
export function progressText(documents: number, share: number, seconds: number): string {
  const rate = Math.round(documents / Math.max(seconds, 0.001));
  const left = share > 0 ? `, ${durationText((seconds * (1 - share)) / share)} left` : '';
  return `${documents.toLocaleString('en')} documents, ${rate.toLocaleString('en')} a second${left}`;
}

function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
