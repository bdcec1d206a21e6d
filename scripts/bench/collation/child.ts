import { spawn } from 'node:child_process';
import type { FigureInput, FigureName, figures } from './figures.ts';

/** What a child process answers with, on the last line it prints. */
export type Answer<N extends FigureName> = Awaited<ReturnType<(typeof figures)[N]>>;

/** Why there is no figure, in words for the table's cell. */
export interface NoFigure {
  readonly refused: string;
}

/** The word by which a bench asks itself for one figure. */
export const figureWord = '--figure';

/** Takes one figure in a process of its own; given up after `seconds`. A child that fails is a cell of the table. */
export function takeFigure<N extends FigureName>(
  name: N,
  input: FigureInput,
  seconds = 1800,
): Promise<Answer<N> | NoFigure> {
  return new Promise((resolve) => {
    const script = process.argv[1] ?? '';
    const child = spawn(process.execPath, [script, figureWord, name, JSON.stringify(input)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: seconds * 1000,
    });
    // A bench that is broken off takes its child with it.
    const stop = (): void => void child.kill();
    process.once('exit', stop);
    let printed = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('close', (code, signal) => {
      process.off('exit', stop);
      if (signal === 'SIGTERM') resolve({ refused: `not within ${seconds} s` });
      else if (code !== 0) resolve({ refused: complaint.match(/^\w*Error.*$/mu)?.[0] ?? `failed (${code})` });
      else resolve(JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '') as Answer<N>);
    });
  });
}

export function isRefused(answer: object): answer is NoFigure {
  return 'refused' in answer;
}
