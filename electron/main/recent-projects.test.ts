import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecentProjects, recentLimit } from './recent-projects.ts';

let folder: string;
let file: string;
const logged: string[] = [];
const open = () => openRecentProjects(file, (line) => logged.push(line));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-recent-'));
  file = join(folder, 'state', 'recent.json');
  logged.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the recent projects', () => {
  it('are none at first', () => {
    expect(open().list()).toEqual([]);
  });

  it('are remembered over a restart, newest first and each once', () => {
    const recent = open();
    for (const path of ['/a', '/b', '/a']) recent.add(path);
    expect(open().list()).toEqual(['/a', '/b']);
  });

  it('are at most ten', () => {
    const recent = open();
    for (let i = 0; i < recentLimit + 5; i++) recent.add(`/${i}`);
    expect(recent.list()).toHaveLength(recentLimit);
    expect(recent.list()[0]).toBe(`/${recentLimit + 4}`);
  });

  it('can be forgotten', () => {
    open().add('/a');
    open().clear();
    expect(open().list()).toEqual([]);
  });

  it('tell who listens', () => {
    const recent = open();
    let changes = 0;
    recent.onChange(() => (changes += 1));
    recent.add('/a');
    recent.clear();
    expect(changes).toBe(2);
  });

  it.each(['', '{', 'null', '[]', '{"projects": 3}', '{"projects": [3]}', '{"projects": [""]}', '\0\0\0'])(
    'are none where the file holds %j, and it can be written again',
    (content) => {
      open().add('/a');
      writeFileSync(file, content);
      expect(open().list()).toEqual([]);
      open().add('/b');
      expect(open().list()).toEqual(['/b']);
    },
  );

  it('leave no draft behind', () => {
    open().add('/a');
    expect(readdirSync(join(folder, 'state'))).toEqual(['recent.json']);
    expect(readFileSync(file, 'utf8')).toContain('"/a"');
  });

  it('leave no draft behind either where they cannot be put in place', () => {
    mkdirSync(file, { recursive: true });
    open().add('/a');
    expect(readdirSync(join(folder, 'state'))).toEqual(['recent.json']);
    expect(logged).toHaveLength(1);
  });

  it('stay in memory where they cannot be written, and the log says so', () => {
    writeFileSync(join(folder, 'state'), 'a file where the folder should be');
    const recent = open();
    recent.add('/a');
    expect(recent.list()).toEqual(['/a']);
    expect(logged.join()).toContain('could not write');
  });
});
