import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder, userFolder } from './places.mjs';

describe('the cache folder', () => {
  it('is where each system keeps caches', () => {
    expect(cacheFolder({}, 'linux', '/home/ana')).toBe(path.join('/home/ana', '.cache', 'variorum'));
    expect(cacheFolder({}, 'darwin', '/Users/ana')).toBe(path.join('/Users/ana', 'Library', 'Caches', 'variorum'));
    expect(cacheFolder({ LOCALAPPDATA: '/ana/Local' }, 'win32', '/ana')).toBe(
      path.join('/ana/Local', 'variorum', 'Cache'),
    );
  });

  it('follows XDG_CACHE_HOME, and VARIORUM_CACHE before all', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'linux', '/home/ana')).toBe(path.join('/x', 'variorum'));
    expect(cacheFolder({ XDG_CACHE_HOME: '/x', VARIORUM_CACHE: '/mine' }, 'linux', '/home/ana')).toBe(
      path.resolve('/mine'),
    );
  });
});

describe("the user's folder", () => {
  it('is INIT_CWD after npm has moved to the project', () => {
    expect(userFolder('/project', { INIT_CWD: '/home/ana' }, '/project')).toBe('/home/ana');
  });

  it('is the current folder when npm did not start the script', () => {
    expect(userFolder('/project', {}, '/project')).toBe('/project');
  });

  it('ignores the INIT_CWD of an outer npm', () => {
    expect(userFolder('/tmp/elsewhere', { INIT_CWD: '/project' }, '/project')).toBe('/tmp/elsewhere');
  });
});
