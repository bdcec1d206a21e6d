/** The command line from its words to its exit status. */
import type { Failure } from '#shared/contract/failure.ts';
import { printable } from '#shared/domain/refusal.ts';
import type { Result } from '#shared/text/result.ts';
import { parseArguments } from './arguments.ts';
import type { Answer, Answering, Command, Surroundings } from './command.ts';
import { commands, findCommand } from './commands/catalogue.ts';
import { withAdvice } from './advice.ts';
import { commandHelp, generalHelp, usageLine } from './help.ts';
import type { Output } from './output.ts';
import { createProgress, noProgress } from './progress.ts';
import { programVersion } from './program-version.ts';

export interface Terminal extends Pick<Surroundings, 'cwd' | 'readAhead'> {
  readonly stdout: Output;
  /** Is there somebody who reads along? */
  readonly stderr: Output & { readonly isTTY?: boolean | undefined };
}

/** 0 done, 1 refused, 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2;

/** Runs one command. @param words the command line without the program's own name */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const json = asksForJson(words);
  const at = words.findIndex((word) => word !== '--json');
  const name = words[at];
  const rest = words.toSpliced(at, 1);
  if (name === undefined)
    return wrongUsage(terminal, json, 'What is to be done? Give a command.', generalHelp(commands));
  if (name === '--version')
    return print(terminal, json, { json: { version: programVersion() }, text: `${programVersion()}\n` });
  if (name === '--help' || name === '-h' || name === 'help') return help(terminal, json, rest);
  const command = findCommand(name);
  if (command === undefined) {
    return wrongUsage(terminal, json, `There is no command “${printable(name)}”.`, generalHelp(commands));
  }
  const args = parseArguments(command, rest);
  if (!args.ok) return wrongUsage(terminal, json, args.error, `Usage: ${usageLine(command)}\n`);
  if (args.value.help) return print(terminal, args.value.json, helpAnswer(command));
  const { cwd, readAhead, stderr } = terminal;
  return conclude(
    terminal,
    args.value.json,
    await attempt(() =>
      command.run(args.value, {
        cwd,
        readAhead,
        progress: stderr.isTTY === true ? createProgress(stderr) : noProgress,
      }),
    ),
  );
}

/** Also where the rest of the line is wrong: whoever asked for JSON reads JSON. */
function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end === -1 ? words : words.slice(0, end)).includes('--json');
}

function help(terminal: Terminal, json: boolean, words: readonly string[]): ExitStatus {
  const names = words.filter((word) => word !== '--json');
  const [name, surplus] = names;
  if (name === undefined)
    return print(terminal, json, { json: { help: generalHelp(commands) }, text: generalHelp(commands) });
  const command = findCommand(name);
  const unknown = command === undefined ? name : surplus;
  if (command === undefined || unknown !== undefined) {
    return wrongUsage(terminal, json, `There is no command “${printable(unknown ?? '')}”.`, generalHelp(commands));
  }
  return print(terminal, json, helpAnswer(command));
}

function helpAnswer(command: Command): Answer {
  return { json: { help: commandHelp(command) }, text: commandHelp(command) };
}

/** A bug, too, leaves a sentence and an exit status, and no half answer. */
async function attempt(run: () => Answering): Promise<Result<Answer, Failure>> {
  try {
    return await run();
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const message = `This is a fault of Variorum; please report it, with what you did before. ${cause}`;
    return { ok: false, error: { type: 'InternalFault', message } };
  }
}

function conclude(terminal: Terminal, json: boolean, result: Result<Answer, Failure>): ExitStatus {
  if (result.ok) return print(terminal, json, result.value);
  const message = withAdvice(result.error);
  terminal.stderr.write(`variorum: ${message}\n`);
  if (json) printJson(terminal, { error: { type: result.error.type, message } });
  return 1;
}

function print(terminal: Terminal, json: boolean, answer: Answer): ExitStatus {
  for (const complaint of answer.complaints ?? []) terminal.stderr.write(`variorum: ${complaint}\n`);
  if (json) printJson(terminal, answer.json);
  else terminal.stdout.write(answer.text);
  return answer.isRefused === true ? 1 : 0;
}

function wrongUsage(terminal: Terminal, json: boolean, message: string, usage: string): ExitStatus {
  terminal.stderr.write(`variorum: ${message}\n${usage}`);
  if (json) printJson(terminal, { error: { type: 'WrongUsage', message } });
  return 2;
}

function printJson(terminal: Terminal, value: unknown): void {
  terminal.stdout.write(`${JSON.stringify(value)}\n`);
}
