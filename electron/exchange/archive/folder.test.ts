import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderRefusalSentence, walkFolder } from './folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'variorum-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  it('is walked in the order of names, without hidden files and without following links', () => {
    const root = join(folder, 'stories');
    mkdirSync(join(root, '2024', 'may'), { recursive: true });
    mkdirSync(join(root, '__MACOSX'));
    const names = ['b.txt', 'a.txt', '.hidden', 'Thumbs.db', '__MACOSX/a.txt', '2024/may/d.txt', '2024/c.txt'];
    for (const name of names) writeFileSync(join(root, name), 'x');
    symlinkSync('/etc', join(root, 'link'));
    symlinkSync(root, join(root, '2024', 'circle'));
    const walked = walkFolder(root);
    expect(walked.ok && walked.value.files.map(({ within, name, size }) => [`${within}/${name}`, size])).toEqual([
      ['stories/a.txt', 1],
      ['stories/b.txt', 1],
      ['stories/2024/c.txt', 1],
      ['stories/2024/may/d.txt', 1],
    ]);
    expect(walked.ok && walked.value.passedOver).toEqual(['stories/link', 'stories/2024/circle']);
  });

  it.skipIf(process.getuid?.() === 0)('may hold one that cannot be read, beside others that can', () => {
    const root = join(folder, 'partly');
    mkdirSync(join(root, 'locked'), { recursive: true });
    writeFileSync(join(root, 'a.txt'), 'x');
    chmodSync(join(root, 'locked'), 0);
    const walked = walkFolder(root);
    expect(walked.ok && walked.value.files.map(({ name }) => name)).toEqual(['a.txt']);
    expect(walked.ok && walked.value.locked.map(folderRefusalSentence)).toEqual([
      'The folder “locked” cannot be read (permission denied). Check its permissions.',
    ]);
  });

  it.each([
    ['is missing', 'none', {}, 'The folder “none” cannot be read (ENOENT)'],
    ['is deep', 'deep', { depth: 2 }, 'more than 2 folders deep'],
    ['is large', 'deep', { files: 1 }, 'holds more than 1 files'],
  ])('is refused where it %s', (_what, name, limits, said) => {
    mkdirSync(join(folder, 'deep', '1', '2', '3'), { recursive: true });
    writeFileSync(join(folder, 'deep', 'a.txt'), '');
    writeFileSync(join(folder, 'deep', 'b.txt'), '');
    const walked = walkFolder(join(folder, name), limits);
    expect(walked.ok ? '' : folderRefusalSentence(walked.error)).toContain(said);
  });
});
