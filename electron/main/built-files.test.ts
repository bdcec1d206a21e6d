import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltFiles, findBuiltFile, listBuiltFiles } from './built-files.ts';

let folder: string;
let files: BuiltFiles;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-built-'));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'outside');
  writeFileSync(join(renderer, 'index.html'), '<!doctype html>');
  writeFileSync(join(renderer, 'assets', 'index-1a2b.js'), '');
  writeFileSync(join(renderer, 'assets', 'a b.woff2'), '');
  writeFileSync(join(renderer, 'assets', 'index-1a2b.js.map'), '{}');
  writeFileSync(join(renderer, '.env'), 'SECRET=1');
  symlinkSync(join(folder, 'secret.html'), join(renderer, 'link.html'));
  files = listBuiltFiles(renderer);
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (address: string, method = 'GET') => findBuiltFile(files, method, address);

describe('the list of built files', () => {
  it('holds the page and what it needs, and neither links nor anything else', () => {
    expect([...files.keys()].sort()).toEqual(['/', '/assets/a b.woff2', '/assets/index-1a2b.js', '/index.html']);
  });
});

describe('a request', () => {
  it('gets a file of the list with its fixed content type', () => {
    expect(ask('app://workbench/assets/index-1a2b.js')).toEqual({
      path: join(folder, 'renderer', 'assets', 'index-1a2b.js'),
      contentType: 'text/javascript; charset=utf-8',
    });
  });

  it.each(['app://workbench/', 'app://workbench/index.html', 'app://workbench/?a#b'])(
    'gets the page at %s',
    (address) => {
      expect(ask(address)?.path).toBe(join(folder, 'renderer', 'index.html'));
    },
  );

  it('is decoded once', () => {
    expect(ask('app://workbench/assets/a%20b.woff2')?.contentType).toBe('font/woff2');
    expect(ask('app://workbench/assets/a%2520b.woff2')).toBeNull();
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get', ''])('by “%s” gets nothing', (method) => {
    expect(ask('app://workbench/index.html', method)).toBeNull();
  });

  it('by HEAD gets what GET would', () => {
    expect(ask('app://workbench/index.html', 'HEAD')).toEqual(ask('app://workbench/index.html'));
  });

  it.each([
    'app://workbench/../../etc/passwd',
    'app://workbench/../secret.html',
    'app://workbench/..%2fsecret.html',
    'app://workbench/%2e%2e/secret.html',
    'app://workbench/%2E%2E/secret.html',
    'app://workbench/%252e%252e/secret.html',
    'app://workbench/..%5csecret.html',
    'app://workbench/..\\secret.html',
    'app://workbench/assets/%2e./index.html',
    'app://workbench/index.html%00',
    'app://workbench/index.html\0',
    'app://workbench/index.html%00.js',
    'app://workbench//etc/passwd',
    'app://workbench//index.html',
    'app://workbench/assets',
    'app://workbench/assets/',
    'app://workbench/.env',
    'app://workbench/link.html',
    'app://workbench/assets/index-1a2b.js.map',
    'app://workbench/INDEX.HTML',
    'app://workbench/%ff',
    'app://workbench/%',
    'app://workbench/__proto__',
    'app://workbench/C:/Windows/win.ini',
    'app:///etc/passwd',
    'app://etc/passwd',
    'app://workbench.evil/index.html',
    'file:///etc/passwd',
    'http://workbench/index.html',
    '/index.html',
    '',
  ])('for %j gets nothing', (address) => {
    expect(ask(address)).toBeNull();
  });

  it('never gets a file that is not in the list, whatever it says', () => {
    const listed = new Set([...files.values()].map((file) => file.path));
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e', '/', '\\', '%5c', 'secret.html', 'index.html', 'renderer'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = ask(`app://workbench/${pieces.join('/')}`);
        expect(file === null || listed.has(file.path)).toBe(true);
      }),
    );
  });
});
