import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { commandLine, fiveArticles, seedNames, type CommandLine } from '../testing/command-line.ts';

describe('a span that cannot be tagged', () => {
  const line = async (): Promise<ReturnType<typeof commandLine>> => {
    const made = commandLine();
    writeFileSync(join(made.folder, 'a.txt'), 'He 😀 said so.\n  \n');
    await made.json('new', 'p.variorum', '--annotator', 'Anna');
    await made.json('import', 'p.variorum', 'a.txt');
    return made;
  };

  it.each([
    ['reversed', '9', '3', 'SpanReversed: '],
    ['empty', '3', '3', 'SpanEmpty: '],
    ['beyond the text', '3', '900', 'SpanOutsideText: '],
    ['before the text', '-3', '5', 'SpanOutsideText: '],
    ['astronomically far', '0', '99999999999999999999999', 'SpanOutsideText: '],
    ['begun inside a character', '4', '9', 'SpanSplitsCharacter: Offset 4 '],
    ['ended inside a character', '0', '4', 'SpanSplitsCharacter: Offset 4 '],
  ])('%s', async (_what, start, end, sentence) => {
    const { refusal, json } = await line();
    const before = await json('log', 'p.variorum');
    const words = ['p.variorum', '--document', 'a.txt', '--start', start, '--end', end];
    expect(await refusal('tag', ...words, '--label', 'claim')).toMatch(new RegExp(`^${sentence}`));
    expect(await json('log', 'p.variorum')).toEqual(before);
    expect(await refusal('copies', ...words)).toMatch(new RegExp(`^${sentence}`));
  });

  it('of blank space', async () => {
    const { refusal } = await line();
    const words = ['--document', 'a.txt', '--start', '15', '--end', '17', '--label', 'claim'];
    expect(await refusal('tag', 'p.variorum', ...words)).toMatch(/^BlankSpan: /);
  });
});

describe('a name that nothing has', () => {
  const span = ['--start', '0', '--end', '25'];
  it.each([
    [
      'a document',
      ['tag', 'p.variorum', '--document', 'nosuch', ...span, '--label', 'claim'],
      'UnknownDocument: No document is called “nosuch”.',
    ],
    [
      'an ambiguous document',
      ['tag', 'p.variorum', '--document', '00', ...span, '--label', 'claim'],
      'AmbiguousDocument: “00” could be ',
    ],
    [
      'a label',
      ['tag', 'p.variorum', '--document', '000', ...span, '--label', 'clam'],
      'UnknownLabel: No label is called “clam”. The codebook has claim, rebuttal, editorial-insertion.',
    ],
    ['a label of a list', ['annotations', 'p.variorum', '--label', 'clam'], 'UnknownLabel: '],
    [
      'an annotation',
      ['untag', 'p.variorum', '--annotation', 'nosuch'],
      'UnknownAnnotation: There is no annotation “nosuch”.',
    ],
    [
      'an annotator',
      ['tag', 'p.variorum', '--document', '000', ...span, '--label', 'claim', '--annotator', '  '],
      'BadAnnotator: ',
    ],
    ['undo', ['redo', 'p.variorum'], 'NothingToRedo: There is nothing to redo.'],
  ])('%s', async (_what, words, sentence) => {
    const { refusal, json } = await fiveArticles();
    const before = await json('log', 'p.variorum');
    expect(await refusal(...words)).toContain(sentence);
    expect(await json('log', 'p.variorum')).toEqual(before);
  });

  it('an occurrence, or one that is attached already', async () => {
    const { refusal, json } = await fiveArticles();
    const { annotation } = await json<{ readonly annotation: string }>(
      'tag',
      'p.variorum',
      '--document',
      '002',
      '--start',
      '103',
      '--end',
      '117',
      '--label',
      'claim',
    );
    const at = ['p.variorum', '--annotation', annotation, '--document', '002', '--start'];
    expect(await refusal('detach', ...at, '104')).toMatch(/^UnknownOccurrence: /);
    expect(await refusal('detach', ...at, '-1')).toMatch(/^UnknownOccurrence: /);
    expect(await refusal('attach', ...at, '103')).toMatch(/^AlreadyAttached: /);
    await json('detach', ...at, '103');
    expect(await refusal('detach', ...at, '103')).toMatch(/^AlreadyDetached: /);
  });
});

describe('an article that cannot be imported', () => {
  it.each([
    ['not UTF-8', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a])],
    ['with a NUL character', Buffer.from('one\u0000two')],
    ['with a lone surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80])],
    ['empty', Buffer.alloc(0)],
    ['blank', Buffer.from(' \n')],
    ['in UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ])('%s', async (_what, bytes) => {
    const { folder, json, run } = commandLine();
    await json('new', 'p.variorum');
    const before = await json('log', 'p.variorum');
    writeFileSync(join(folder, 'story.txt'), bytes);
    const { status, stdout, stderr } = await run('import', 'p.variorum', 'story.txt');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^variorum: “story\.txt” (is|holds) .+\.\n$/);
    expect(await json('log', 'p.variorum')).toEqual(before);
  });
});

describe('a file that is no project', () => {
  type Make = (path: string) => void | Promise<void>;
  async function withFile(make: Make): Promise<{
    readonly sentence: CommandLine['refusal'];
    readonly path: string;
  }> {
    const { folder, refusal } = commandLine();
    const path = join(folder, 'p.variorum');
    await make(path);
    return { path, sentence: refusal };
  }
  const contentsOf = (path: string): string | null =>
    statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'latin1') : null;
  const validProject = async (path: string): Promise<void> => {
    const line = await fiveArticles();
    copyFileSync(join(line.folder, 'p.variorum'), path);
  };

  it.each<readonly [string, Make]>([
    ['empty', (path) => writeFileSync(path, '')],
    ['not SQLite', (path) => writeFileSync(path, 'Dear reader, '.repeat(100))],
    ['some other SQLite', (path) => new Database(path).exec('CREATE TABLE t (a)').close()],
    [
      'newer than this version',
      async (path) => {
        await validProject(path);
        const db = new Database(path);
        db.pragma('user_version = 9999');
        db.close();
      },
    ],
    [
      'truncated',
      async (path) => {
        await validProject(path);
        writeFileSync(path, readFileSync(path).subarray(0, 8192));
      },
    ],
    ['a folder', (path) => mkdirSync(path)],
    ['not there', () => undefined],
  ])('%s', async (_what, make) => {
    const { sentence, path } = await withFile(make);
    const before = contentsOf(path);
    const beside = readdirSync(join(path, '..'));
    const first = await sentence('documents', 'p.variorum');
    expect(first).toMatch(/^\w+: .*“p\.variorum”.*\.$/);
    expect(await sentence('import', 'p.variorum', 'a.txt')).toBe(first);
    expect(contentsOf(path)).toBe(before);
    expect(readdirSync(join(path, '..'))).toEqual(beside);
  });
});

describe('a place that cannot be written to', () => {
  it('is refused by new where something lies, or no folder is', async () => {
    const { refusal } = await fiveArticles();
    expect(await refusal('new', 'p.variorum')).toMatch(/^ProjectExists: /);
    expect(await refusal('new', 'none/q.variorum')).toMatch(/^FolderMissing: /);
  });

  it('is refused by export, above all the project itself', async () => {
    const { refusal, json, folder } = await fiveArticles();
    expect(await refusal('export', 'p.variorum', '--format', 'csv', '--out', 'p.variorum')).toMatch(
      /^ExportIsProject: /,
    );
    expect(await refusal('export', 'p.variorum', '--format', 'csv', '--out', 'none/set.csv')).toMatch(
      /^ExportFolderMissing: /,
    );
    expect(await refusal('export', 'p.variorum', '--format', 'csv', '--out', '.')).toMatch(/^ExportIsFolder: /);
    expect(await json('documents', 'p.variorum')).toHaveLength(5);
    expect(readdirSync(folder).toSorted()).toEqual([...seedNames, 'p.variorum']);
  });
});
