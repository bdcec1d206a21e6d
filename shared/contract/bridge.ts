/** What the preload script puts into the page, and nothing else. */
import type { Result } from '#shared/text/result.ts';
import type { AppRequest, AppRequestInput, AppRequestOutput } from './app-requests.ts';
import type { Commit } from './commit.ts';
import type { Failure } from './failure.ts';
import type { Method, MethodInput, MethodOutput } from './methods.ts';
import type { AppOutcome, RunCommand, WindowMessage } from './window-commands.ts';

export interface Bridge {
  readonly version: number;
  readonly call: <M extends Method>(method: M, input: MethodInput<M>) => Promise<Result<MethodOutput<M>, Failure>>;
  readonly run: (command: RunCommand) => Promise<Result<AppOutcome, Failure>>;
  readonly request: <R extends AppRequest>(
    request: R,
    input: AppRequestInput<R>,
  ) => Promise<Result<AppRequestOutput<R>, Failure>>;
  /** Each returns the function that ends the subscription. */
  readonly onCommit: (listener: (commit: Commit) => void) => () => void;
  /** What the menu asks for, by name, and how far a job is. */
  readonly onCommand: (listener: (message: WindowMessage) => void) => () => void;
}

/** Channel names, known to preload and main. */
export const channels = {
  call: 'variorum:call',
  run: 'variorum:run',
  request: 'variorum:request',
  commit: 'variorum:commit',
  command: 'variorum:command',
} as const;
