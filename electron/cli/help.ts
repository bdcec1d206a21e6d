/** The texts of `--help` and of every complaint about usage, made from the commands' own specifications. */
import type { Command, CommandSpec, OptionSpec } from './command.ts';
import { table } from './table.ts';

/** `variorum tag PROJECT --document DOC … [--json]` */
export function usageLine({ name, positionals, options, flags = [], usage }: CommandSpec): string {
  const words = [
    ...(usage === undefined
      ? positionals.map((positional) => (positional.many === true ? `${positional.name}…` : positional.name))
      : [usage]),
    ...options.map(optionUsage),
    ...flags.map((flag) => `[--${flag.name}]`),
    '[--json]',
  ];
  return `variorum ${name} ${words.join(' ')}`;
}

export function commandHelp(command: CommandSpec): string {
  const options = [
    ...command.options.map((option) => [`  --${option.name} ${option.value}`, option.help]),
    ...(command.flags ?? []).map(({ name, help }) => [`  --${name}`, help]),
    ['  --json', 'answer with one JSON value'],
  ];
  const notes = (command.notes ?? []).map((note) => `\n${note}\n`).join('');
  return `${command.summary}\n\nUsage: ${usageLine(command)}\n\n${table(options)}${notes}`;
}

export function generalHelp(commands: readonly Command[]): string {
  return [
    'Variorum holds the copies of a story together: tag a passage once, and every copy of it follows.',
    '',
    'Usage: variorum COMMAND PROJECT [OPTIONS]',
    '',
    table(commands.map(({ name, summary }) => [`  ${name}`, summary])).trimEnd(),
    '',
    "PROJECT is a .variorum file. DOC is a document's id, its file name, or an unambiguous beginning of either.",
    "LABEL is a label's id or name. ID is an annotation's id or an unambiguous beginning of it.",
    "Offsets are UTF-16 units of the document's text; the end is not included.",
    'Every command takes --json and then answers with one JSON value. A word that begins with -- can be given after “--”.',
    'Exit status: 0 done, 1 refused, 2 wrong usage.',
    '',
    '“variorum help COMMAND” tells more; “variorum --version” tells the version.',
    '',
  ].join('\n');
}

function optionUsage({ name, value, required }: OptionSpec): string {
  return required ? `--${name} ${value}` : `[--${name} ${value}]`;
}
