import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands, findCommand } from './commands/catalogue.ts';
import { commandLine, fiveArticles } from './testing/command-line.ts';

const tag = ['tag', 'p.variorum', '--document', '000', '--start', '229', '--end', '291', '--label', 'claim'];
const exportFormats = findCommand('export')?.options.find(({ name }) => name === 'format')?.choices ?? [];
const without = (option: string): readonly string[] => {
  const at = tag.indexOf(option);
  return [...tag.slice(0, at), ...tag.slice(at + 2)];
};

describe('wrong usage', () => {
  const line = commandLine;

  it.each([
    ['no command', [], 'What is to be done? Give a command.'],
    ['an unknown command', ['tags'], 'There is no command “tags”.'],
    ['no project', ['documents'], '“documents” needs PROJECT.'],
    ['an empty project', ['documents', ''], '“documents” needs PROJECT, not an empty word.'],
    ['no path', ['import', 'p.variorum'], '“import” needs PATH.'],
    [
      'a surplus word',
      ['documents', 'p.variorum', 'q.variorum'],
      '“documents” does not know what to do with “q.variorum”.',
    ],
    ['an unknown option', [...tag, '--colour', 'red'], 'There is no option “--colour” for “tag”.'],
    ['an unknown short option', [...tag, '-x'], 'There is no option “-x” for “tag”.'],
    ['a negated option', [...tag, '--no-json'], 'There is no option “--no-json” for “tag”.'],
    [
      'an option of another command',
      ['undo', 'p.variorum', '--start', '1'],
      'There is no option “--start” for “undo”.',
    ],
    ['a missing option', without('--label'), '“tag” needs --label LABEL.'],
    ['a missing value at the end', [...without('--label'), '--label'], 'The option “--label” needs a value: LABEL.'],
    [
      'a missing value before an option',
      [...without('--label'), '--label', '--note', 'x'],
      'The option “--label” needs a value: LABEL.',
    ],
    ['an empty value', [...without('--label'), '--label='], 'The option “--label” needs a value: LABEL.'],
    ['a repeated option', [...tag, '--label', 'claim'], 'The option “--label” is given twice.'],
    ['a flag with a value', [...tag, '--help=yes'], 'The option “--help” takes no value.'],
    [
      'half a unit',
      [...without('--start'), '--start', '12.5'],
      'The option “--start” needs a whole number, not “12.5”.',
    ],
    [
      'a word for a number',
      [...without('--start'), '--start', 'abc'],
      'The option “--start” needs a whole number, not “abc”.',
    ],
    ['an exponent', [...without('--start'), '--start', '1e2'], 'The option “--start” needs a whole number, not “1e2”.'],
    [
      'a number in another base',
      [...without('--start'), '--start', '0x10'],
      'The option “--start” needs a whole number, not “0x10”.',
    ],
    ['space in a number', [...without('--end'), '--end', ' 9'], 'The option “--end” needs a whole number, not “ 9”.'],
    [
      'an unknown format',
      ['export', 'p.variorum', '--format', 'xml', '--out', 'x'],
      `The option “--format” can be ${exportFormats.join(', ')}, not “xml”.`,
    ],
    [
      'passages of no words',
      ['passages', 'p.variorum', '--min-words', '0'],
      'The option “--min-words” must be 1 or more, not 0.',
    ],
  ])('%s', async (_what, words, message) => {
    const plain = await line().run(...words);
    expect([plain.status, plain.stdout, plain.stderr.split('\n')[0]]).toEqual([2, '', `variorum: ${message}`]);
    expect(plain.stderr).toContain('Usage: variorum ');
    const json = await line().run('--json', ...words);
    expect(JSON.parse(json.stdout)).toEqual({ error: { type: 'WrongUsage', message } });
    expect([json.status, json.stderr]).toEqual([2, plain.stderr]);
  });

  it('shows the usage of the command that was meant', async () => {
    expect((await line().run('untag', 'p.variorum')).stderr).toBe(
      'variorum: “untag” needs --annotation ID.\nUsage: variorum untag PROJECT --annotation ID [--json]\n',
    );
  });

  it('makes no file', async () => {
    const { folder, run } = commandLine();
    await run('new', 'p.variorum', '--annotator');
    await run('new');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('help', () => {
  it('names every command', async () => {
    const { stdout } = await commandLine().run('--help');
    for (const { name, summary } of commands)
      expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 10)}`, 'm'));
  });

  it.each(commands.map(({ name }) => name))('tells of %s in the same words either way', async (name) => {
    const line = commandLine();
    const { status, stdout } = await line.run('help', name);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: variorum ${name} (?:export )?(?:PROJECT|IN|PATH) `, 'm'));
    expect((await line.run(name, '--help')).stdout).toBe(stdout);
  });

  it('knows no help for what is no command', async () =>
    expect((await commandLine().run('help', 'tags')).status).toBe(2));

  it('tells the version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    expect((await commandLine().run('--version')).stdout).toBe(`${version}\n`);
  });
});

describe('every answer', () => {
  it('is one JSON value and nothing else with --json, wherever the word stands', async () => {
    const line = await fiveArticles();
    const { stdout, stderr, status } = await line.run('documents', '--json', 'p.variorum');
    expect([status, stderr, stdout.trimEnd().split('\n').length]).toEqual([0, '', 1]);
    expect(JSON.parse(stdout)).toHaveLength(5);
  });

  it.each(['documents', 'passages', 'annotations', 'counts', 'log', 'rebuild'])(
    'is lines for people without it: %s',
    async (name) => {
      const { stdout, status } = await (await fiveArticles()).run(name, 'p.variorum');
      expect(status).toBe(0);
      expect(stdout).toMatch(/^[^{[].*\n$/s);
    },
  );
});
