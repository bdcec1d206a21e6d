import type { Failure } from '#shared/contract/failure.ts';
import type { AppOutcome } from '#shared/contract/window-commands.ts';
import { ok, type Result } from '#shared/text/result.ts';

export type CommandResult = Promise<Result<AppOutcome, Failure>>;

/** Nothing to say: the user sees what happened, or gave up. */
export const quietly: Result<AppOutcome, Failure> = ok({ message: null, details: [] });
