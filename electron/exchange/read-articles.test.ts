import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawZip, type RawEntry } from './archive/testing/raw-zip.ts';
import { readArticles, type EntryLine, type ReadingOptions } from './read-articles.ts';
import { readRefusalSentence } from './read-refusal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-articles-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const zip = (name: string, entries: readonly RawEntry[]): string => file(name, rawZip(entries));

async function linesOf(path: string, options?: ReadingOptions): Promise<readonly EntryLine[]> {
  const lines: EntryLine[] = [];
  for await (const line of readArticles(path, options)) lines.push(line);
  return lines;
}

/** `0 within/name: text`, or the beginning of the sentence. */
async function told(path: string, options?: ReadingOptions): Promise<readonly string[]> {
  return (await linesOf(path, options)).map(({ entry, article }) => {
    if (!article.ok) return `${entry} ${readRefusalSentence(article.error)}`;
    const { name, text, origin } = article.value.document;
    return `${entry} ${origin.within === undefined ? '' : `${origin.within}/`}${name}: ${text}`;
  });
}

describe('a folder', () => {
  it('is read file by file, in the order of their names, and says of each where it lay', async () => {
    file('stories/b.txt', 'Bee.');
    file('stories/2024/c.md', 'Sea.');
    file('stories/a.jsonl', '{"id":"one","text":"First."}\n{"id":"two","text":"Second."}\n');
    file('stories/.hidden.txt', 'No.');
    expect(await told(join(folder, 'stories'))).toEqual([
      '0 stories/one: First.',
      '0 stories/two: Second.',
      '1 stories/b.txt: Bee.',
      '2 stories/2024/c.md: Sea.',
    ]);
  });

  it('opens the archives in it, follows no link, and names what no reader takes', async () => {
    zip('stories/a.zip', [{ name: 'in/x.txt', data: 'Packed.' }]);
    file('stories/b.xyz', 'What?');
    symlinkSync('/etc/hostname', join(folder, 'stories/c.txt'));
    expect(await told(join(folder, 'stories'))).toEqual([
      '0 stories/a.zip/in/x.txt: Packed.',
      expect.stringMatching(/^1 “b\.xyz” is /u),
      expect.stringMatching(/^2 “c\.txt” is a link or a device, not a file\./u),
    ]);
  });

  it('without files is refused', async () => {
    mkdirSync(join(folder, 'empty'));
    expect(await told(join(folder, 'empty'))).toEqual(['0 “empty” holds no files. There is nothing to import.']);
  });

  it('says how much of it has been read, by bytes', async () => {
    file('stories/a.txt', 'x'.repeat(100));
    file('stories/b.txt', 'y'.repeat(300));
    expect((await linesOf(join(folder, 'stories'))).map(({ share }) => share)).toEqual([0.25, 1]);
  });
});

describe('an archive', () => {
  it('is read entry by entry; archives in it are refused by name', async () => {
    const path = zip('stories.zip', [
      { name: '2024/a.txt', data: 'One.' },
      { name: 'b.zip', data: rawZip([{ name: 'c.txt', data: 'Two.' }]) },
      { name: '__MACOSX/._a.txt', data: 'No.' },
      { name: 'd.txt', data: 'Three.' },
    ]);
    expect(await told(path)).toEqual([
      '0 stories.zip/2024/a.txt: One.',
      expect.stringMatching(/^1 “b\.zip” is an archive in an archive/u),
      '2 stories.zip/d.txt: Three.',
    ]);
  });

  it('that leads out of itself is refused whole, and one whose entry is damaged but for that entry', async () => {
    expect(await told(zip('bad.zip', [{ name: '../a.txt', data: 'Out.' }]))).toEqual([
      expect.stringMatching(/^0 “bad\.zip” holds “\.\.\/a\.txt”, a path that leads out of the archive/u),
    ]);
    const damaged = zip('sum.zip', [
      { name: 'a.txt', data: 'One.', checksum: 7 },
      { name: 'b.txt', data: 'Two.' },
    ]);
    expect(await told(damaged)).toEqual([expect.stringMatching(/“a\.txt” is damaged/u), '1 sum.zip/b.txt: Two.']);
  });

  it('that is none, or not there, is refused', async () => {
    expect(await told(file('text.zip', 'Dear reader'))).toEqual([
      expect.stringMatching(/^0 “text\.zip” is no whole zip/u),
    ]);
    expect(await told(join(folder, 'none.txt'))).toEqual([expect.stringMatching(/^0 There is no file “none\.txt”/u)]);
  });
});

describe('what was decided about a file', () => {
  const latin = Buffer.from([0x63, 0x61, 0x66, 0xe9]);

  it('goes for it alone, or for all in its folder or archive', async () => {
    const path = zip('s.zip', [
      { name: 'in/a.txt', data: latin },
      { name: 'b.txt', data: latin },
    ]);
    const choice = { encoding: 'windows-1252' };
    const [first, second] = await told(path, { choices: { [`${path}/in/a.txt`]: choice } });
    expect([first, second?.slice(0, 20)]).toEqual(['0 s.zip/in/a.txt: café', '1 “b.txt” is not UTF-'.slice(0, 20)]);
    expect(await told(path, { choices: { [path]: choice } })).toEqual([
      '0 s.zip/in/a.txt: café',
      '1 s.zip/b.txt: café',
    ]);
    const alone = file('c.txt', latin);
    expect(await told(alone, { choices: { [alone]: choice } })).toEqual(['0 c.txt: café']);
  });
});

describe('a reader that goes on where another was lost', () => {
  it('passes over what was read, and refuses the file at which the other was lost', async () => {
    for (const name of ['a', 'b', 'c']) file(`stories/${name}.txt`, `Text ${name}.`);
    const failed = (entry: number) => (entry === 1 ? ({ type: 'ReaderOutOfMemory' } as const) : undefined);
    const opened: number[] = [];
    expect(await told(join(folder, 'stories'), { from: 1, failed, onEntry: (entry) => opened.push(entry) })).toEqual([
      expect.stringMatching(/^1 “b\.txt” needs more memory than one file may have/u),
      '2 stories/c.txt: Text c.',
    ]);
    expect(opened).toEqual([-1, 2]);
  });

  it('refuses the path itself where the other did not come to know what lies there', async () => {
    const failure = { type: 'ReaderTooSlow', seconds: 60 } as const;
    expect(await told(join(folder, 'x.zip'), { failed: (entry) => (entry === -1 ? failure : undefined) })).toEqual([
      expect.stringMatching(/^-1 “x\.zip” took longer than 60 seconds to read/u),
    ]);
  });
});
