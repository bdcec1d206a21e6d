import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArticle } from './article-file.ts';
import { articleRefusalSentence, articleSizeLimit } from './article-refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'variorum-article-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

function sentence(path: string): string {
  const result = readArticle(path);
  return result.ok ? 'accepted' : articleRefusalSentence(result.error);
}

describe('reading an article from a path', () => {
  it('gives the document', () => {
    writeFileSync(at('a.txt'), 'Text\r\n');
    const result = readArticle(at('a.txt'));
    expect(result.ok && [result.value.name, result.value.text]).toEqual(['a.txt', 'Text\n']);
  });

  it('follows a link, and keeps its name', () => {
    writeFileSync(at('b.txt'), 'Text');
    symlinkSync(at('b.txt'), at('link.txt'));
    const result = readArticle(at('link.txt'));
    expect(result.ok && result.value.name).toBe('link.txt');
  });

  it('says that it is not UTF-8, or is nothing', () => {
    writeFileSync(at('latin.txt'), Buffer.from('caf\xe9', 'latin1'));
    expect(sentence(at('latin.txt'))).toContain('“latin.txt” is written in another encoding, not UTF-8.');
    writeFileSync(at('empty.md'), '');
    expect(sentence(at('empty.md'))).toContain('“empty.md” is empty');
    writeFileSync(at('story.pdf'), 'Text');
    expect(sentence(at('story.pdf'))).toContain('neither .txt nor .md');
  });

  it('says that there is no such file', () => {
    expect(sentence(at('none.txt'))).toBe(`There is no file “none.txt” in “${folder}”. Check the path.`);
  });

  it('says that a folder is a folder', () => {
    mkdirSync(at('stories.txt'));
    expect(sentence(at('stories.txt'))).toBe('“stories.txt” is a folder. Give the articles in it one by one.');
  });

  it('does not wait for a pipe or a device', () => {
    execFileSync('mkfifo', [at('pipe.txt')]);
    expect(sentence(at('pipe.txt'))).toContain('“pipe.txt” is a pipe, not a file.');
    expect(sentence('/dev/zero')).toContain('“zero” is a device, not a file.');
  });

  it('says that a link leads in a circle', () => {
    symlinkSync(at('circle.txt'), at('circle.txt'));
    expect(sentence(at('circle.txt'))).toContain('“circle.txt” cannot be read (its link points back to itself)');
  });

  it('does not read a file that is too large', () => {
    writeFileSync(at('large.txt'), '');
    truncateSync(at('large.txt'), articleSizeLimit + 1);
    expect(sentence(at('large.txt'))).toContain('“large.txt” has 20.1 MB; 20 MB is the most.');
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not read a file', () => {
    writeFileSync(at('locked.txt'), 'Text');
    chmodSync(at('locked.txt'), 0);
    expect(sentence(at('locked.txt'))).toContain('“locked.txt” cannot be read (permission denied)');
  });
});
