import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeTarget } from './target-file.ts';
import { goldenSet } from './testing/golden-set.ts';
import { exportSet } from './write.ts';

const root = mkdtempSync(join(tmpdir(), 'variorum-export-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = root;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});
const at = (name: string): string => join(folder, name);

function failure(path: string, overwrite = true): string {
  const result = exportSet(goldenSet, 'jsonl', path, { overwrite });
  return result.ok ? 'written' : result.error.message;
}

describe('an export', () => {
  it('says what it wrote', () => {
    const result = exportSet(goldenSet, 'csv', at('set.csv'), { overwrite: false });
    expect(result.ok && result.value).toMatchObject({ written: [at('set.csv')], annotations: 2, occurrences: 4 });
    expect(readFileSync(at('set.csv'), 'utf8').split('\r\n').length).toBe(1 + 4 + 1);
  });

  it('counts only what stands in the file', () => {
    const result = exportSet(goldenSet, 'w3c', at('set.jsonld'), { overwrite: false });
    expect(result.ok && result.value).toMatchObject({ annotations: 2, occurrences: 2 });
  });

  it('leaves nothing beside the file', () => {
    failure(at('set.jsonl'));
    expect(readdirSync(folder)).toEqual(['set.jsonl']);
  });

  it('does not replace a file unless it may', () => {
    writeFileSync(at('set.jsonl'), 'mine');
    expect(failure(at('set.jsonl'), false)).toContain('“set.jsonl” exists already and was left alone.');
    expect(readFileSync(at('set.jsonl'), 'utf8')).toBe('mine');
    expect(failure(at('set.jsonl'), true)).toBe('written');
  });

  it('keeps the permissions of the file it replaces, and a link a link', () => {
    writeFileSync(at('real.jsonl'), 'old');
    chmodSync(at('real.jsonl'), 0o640);
    symlinkSync(at('real.jsonl'), at('link.jsonl'));
    expect(failure(at('link.jsonl'))).toBe('written');
    expect(readFileSync(at('real.jsonl'), 'utf8')).toContain('doc1.txt');
    expect(statSync(at('real.jsonl')).mode & 0o777).toBe(0o640);
  });

  it('never replaces a project', () => {
    writeFileSync(at('news.variorum'), 'SQLite format 3\u0000 and so on');
    expect(failure(at('news.variorum'))).toContain('“news.variorum” is a project or another database');
    expect(readFileSync(at('news.variorum'), 'utf8')).toContain('and so on');
  });

  it('says that the folder is missing', () => {
    expect(failure(at('none/set.jsonl'))).toContain('“set.jsonl” was not written: there is no folder');
  });

  it('says that the target is a folder, a pipe or a device', () => {
    mkdirSync(at('set'));
    execFileSync('mkfifo', [at('pipe')]);
    expect(failure(at('set'))).toContain('“set” is a folder.');
    expect(failure(at('pipe'))).toContain('“pipe” is a pipe or a device');
    expect(failure('/dev/full')).toContain('“full” is a pipe or a device');
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not write', () => {
    writeFileSync(at('set.jsonl'), 'mine');
    chmodSync(at('set.jsonl'), 0o400);
    expect(failure(at('set.jsonl'))).toContain('“set.jsonl” could not be written (permission denied)');
  });

  it('leaves the old file in place when the new one is found wrong, or cannot be made', () => {
    writeFileSync(at('set.jsonl'), 'mine');
    const wrong = writeTarget(at('set.jsonl'), ['new'], { overwrite: true, verify: (text) => `${text} is wrong` });
    expect(wrong.ok ? '' : wrong.error.message).toContain(
      'read back, it would not have said what the project says (new is wrong)',
    );
    const broken = (): Iterable<string> => {
      throw new TypeError('a bug');
    };
    expect(() =>
      writeTarget(
        at('set.jsonl'),
        { [Symbol.iterator]: () => broken()[Symbol.iterator]() },
        { overwrite: true, verify: () => null },
      ),
    ).toThrow('a bug');
    expect([readdirSync(folder), readFileSync(at('set.jsonl'), 'utf8')]).toEqual([['set.jsonl'], 'mine']);
  });
});
