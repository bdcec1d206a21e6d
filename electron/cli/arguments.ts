/** From the words of a command line to checked arguments: nothing is guessed, nothing is passed over. */
import { parseArgs } from 'node:util';
import { printable } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { CommandSpec, OptionSpec } from './command.ts';

export interface Arguments {
  readonly positional: (at: number) => string;
  /** The positionals from this one on. */
  readonly positionalsFrom: (at: number) => readonly string[];
  /** A required option. */
  readonly text: (name: string) => string;
  readonly optionalText: (name: string) => string | undefined;
  /** A required option of kind `integer`, clamped to what a number can hold exactly. */
  readonly integer: (name: string) => number;
  readonly optionalInteger: (name: string) => number | undefined;
  /** Whether a flag of the command was given. */
  readonly flag: (name: string) => boolean;
  readonly json: boolean;
  readonly help: boolean;
}

/** Wrong usage, as a sentence. */
export type UsageError = string;

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { readonly kind: 'option' }>;

export function parseArguments(spec: CommandSpec, words: readonly string[]): Result<Arguments, UsageError> {
  const positionals: string[] = [];
  const options = new Map<string, string>();
  for (const token of tokensOf(spec, words)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const problem = checkOption(spec, token, options);
    if (problem !== null) return err(problem);
    options.set(token.name, token.value ?? '');
  }
  const help = options.has('help');
  const problem = help
    ? null
    : (checkPositionals(spec, positionals) ?? spec.checkPositionals?.(positionals) ?? checkMissing(spec, options));
  if (problem !== null) return err(problem);
  const optionalText = (name: string): string | undefined => options.get(name);
  const optionalInteger = (name: string): number | undefined => {
    const value = options.get(name);
    return value === undefined ? undefined : clamp(Number(value));
  };
  return ok({
    positional: (at) => present(positionals[at], `positional ${at}`),
    positionalsFrom: (at) => positionals.slice(at),
    text: (name) => present(optionalText(name), name),
    optionalText,
    integer: (name) => present(optionalInteger(name), name),
    optionalInteger,
    flag: (name) => options.has(name),
    json: options.has('json'),
    help,
  });
}

/** Not strict: a value that begins with a dash is a value (`--start -3`), and the complaints are our own sentences. */
function tokensOf(spec: CommandSpec, words: readonly string[]) {
  const own = (spec.flags ?? []).map(({ name }) => [name, { type: 'boolean' as const }] as const);
  const texts = spec.options.map(({ name }) => [name, { type: 'string' as const }] as const);
  const flags = { json: { type: 'boolean' as const }, help: { type: 'boolean' as const, short: 'h' } };
  return parseArgs({
    args: [...words],
    options: { ...Object.fromEntries([...texts, ...own]), ...flags },
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function checkOption(spec: CommandSpec, token: OptionToken, seen: ReadonlyMap<string, string>): UsageError | null {
  const { name, rawName, value, inlineValue } = token;
  const shown = `“${printable(rawName)}”`;
  const option = spec.options.find((known) => known.name === name);
  const isFlag = name === 'json' || name === 'help' || (spec.flags ?? []).some((flag) => flag.name === name);
  if (option === undefined && !isFlag) return `There is no option ${shown} for “${spec.name}”.`;
  if (seen.has(name)) return `The option ${shown} is given twice.`;
  if (option === undefined) return value === undefined ? null : `The option ${shown} takes no value.`;
  // “--label --note T” lacks the label; a label that begins so is written “--label=--note”.
  if (value === undefined || (!inlineValue && value.startsWith('--'))) {
    return `The option ${shown} needs a value: ${option.value}.`;
  }
  return checkValue(option, value);
}

function checkValue(option: OptionSpec, value: string): UsageError | null {
  const { name, kind, value: shown, empty = false, choices, least } = option;
  if (value === '' && !empty) return `The option “--${name}” needs a value: ${shown}.`;
  if (kind === 'integer' && !/^-?\d+$/.test(value)) {
    return `The option “--${name}” needs a whole number, not “${printable(value)}”.`;
  }
  if (least !== undefined && Number(value) < least)
    return `The option “--${name}” must be ${least} or more, not ${value}.`;
  if (choices !== undefined && !choices.includes(value)) {
    return `The option “--${name}” can be ${choices.join(', ')}, not “${printable(value)}”.`;
  }
  return null;
}

function checkPositionals({ name, positionals }: CommandSpec, given: readonly string[]): UsageError | null {
  const missing = positionals[given.length];
  if (missing !== undefined && missing.optional !== true) return `“${name}” needs ${missing.name}.`;
  const empty = given.indexOf('');
  if (empty !== -1)
    return `“${name}” needs ${positionals[Math.min(empty, positionals.length - 1)]?.name ?? ''}, not an empty word.`;
  const surplus = given[positionals.length];
  if (surplus === undefined || positionals.at(-1)?.many === true) return null;
  return `“${name}” does not know what to do with “${printable(surplus)}”.`;
}

function checkMissing({ name, options }: CommandSpec, given: ReadonlyMap<string, string>): UsageError | null {
  const missing = options.find((option) => option.required && !given.has(option.name));
  return missing === undefined ? null : `“${name}” needs --${missing.name} ${missing.value}.`;
}

/** A number too large to be exact lies outside every text; it is kept comparable, not rounded at random. */
function clamp(value: number): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value)) + 0;
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The command asks for an argument that its specification lacks: ${what}`);
  return value;
}
