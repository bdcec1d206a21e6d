/** What a command of the command line is: how it is written, and what it does. */
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';
import type { Arguments } from './arguments.ts';
import type { Progress } from './progress.ts';

export interface PositionalSpec {
  readonly name: string;
  /** May be given several times, at least once. */
  readonly many?: boolean;
  /** May be left out, with all that follow it. */
  readonly optional?: boolean;
}

export interface OptionSpec {
  readonly name: string;
  /** What stands for the value in the usage. */
  readonly value: string;
  readonly kind: 'text' | 'integer';
  readonly required: boolean;
  readonly help: string;
  /** May the value be empty? */
  readonly empty?: boolean;
  /** The only values there are, where there are few. */
  readonly choices?: readonly string[];
  /** The least value, of kind `integer`. */
  readonly least?: number;
}

/** An option that is there or not. */
export interface FlagSpec {
  readonly name: string;
  readonly help: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly positionals: readonly PositionalSpec[];
  /** `--json` and `--help` are understood by every command and not listed here. */
  readonly options: readonly OptionSpec[];
  readonly flags?: readonly FlagSpec[];
  /** Further sentences for the help. */
  readonly notes?: readonly string[];
  /** The words between the command's name and its options, where the positionals do not say it well. */
  readonly usage?: string;
  /** What the positionals must be together, as a sentence where they are not. */
  readonly checkPositionals?: (given: readonly string[]) => string | null;
}

/** What came of a command that was done. */
export interface Answer {
  /** The one value that `--json` prints. */
  readonly json: unknown;
  /** What is printed otherwise; lines end in LF. */
  readonly text: string;
  /** Sentences about parts that were refused while the rest was done. */
  readonly complaints?: readonly string[];
  /** Was every part refused? */
  readonly isRefused?: boolean;
}

export interface Surroundings {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Where long work says how far it is. */
  readonly progress: Progress;
  /** The built thread that reads articles ahead; without it everything is read here. */
  readonly readAhead?: string | undefined;
}

/** A command's answer: at once, or once files have been read. */
export type Answering = Result<Answer, Failure> | Promise<Result<Answer, Failure>>;

export interface Command extends CommandSpec {
  readonly run: (args: Arguments, surroundings: Surroundings) => Answering;
}
