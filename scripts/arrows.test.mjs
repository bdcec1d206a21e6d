/** The guard is guarded: a planted violation of every arrow must fail, and the house as it stands must pass. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lintConfigurationText, rooms } from './arrows.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
let house = '';

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'variorum-house-'));
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json', 'package.json']) {
    copyFileSync(join(root, file), join(house, file));
  }
  for (const area of ['shared', 'electron', 'renderer']) {
    mkdirSync(join(house, area));
    copyFileSync(join(root, area, 'tsconfig.json'), join(house, area, 'tsconfig.json'));
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
});
afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

/** @param {string} file @param {string} source */
function plant(file, source) {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, source);
  return path;
}

/** @param {string} command @param {readonly string[]} parameters @returns {string} what it printed; empty when it passed */
function complaint(command, parameters) {
  const program = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${command}.cmd` : command);
  try {
    execFileSync(program, parameters, { cwd: house, encoding: 'utf8', shell: process.platform === 'win32' });
    return '';
  } catch (error) {
    return String(/** @type {{ stdout?: string }} */ (error).stdout) || String(error);
  }
}

/** @param {string} room @param {string} what */
function lintOf(room, what) {
  const path = plant(`${room}/planted.ts`, `import { planted } from '${what}';\nexport const used = planted;\n`);
  const said = complaint('oxlint', ['-c', '.oxlintrc.json', path]);
  rmSync(path);
  return said.includes('no-restricted-imports') ? 'forbidden' : 'allowed';
}

describe('the import arrows', () => {
  test('are in the lint configuration as the table has them', () => {
    expect(readFileSync(join(root, '.oxlintrc.json'), 'utf8')).toBe(lintConfigurationText());
  });

  test.each([
    ['shared/text', '#shared/domain/label.ts'],
    ['shared/text', '../domain/label.ts'],
    ['shared/text', 'node:fs'],
    ['shared/text', 'fs'],
    ['shared/text', 'zod'],
    ['shared/domain', '#shared/contract/rows.ts'],
    ['shared/domain/commands', '../../collation/copies.ts'],
    ['shared/collation', '#shared/contract/rows.ts'],
    ['shared/contract', '#electron/store/store.ts'],
    ['shared/contract', 'node:crypto'],
    ['electron/preload', '#electron/workbench/open.ts'],
    ['electron/workbench', 'electron'],
    ['electron/workbench', 'better-sqlite3'],
    ['electron/workbench', '#electron/jobs/import-run.ts'],
    ['electron/jobs', 'electron'],
    ['electron/jobs', '#electron/store/store.ts'],
    ['electron/jobs', '#electron/main/projects.ts'],
    ['electron/store', 'electron'],
    ['electron/store', '#electron/workbench/open.ts'],
    ['electron/exchange', '#electron/store/store.ts'],
    ['electron/cli', 'electron'],
    ['electron/cli', '#electron/store/store.ts'],
    ['electron/main', '#electron/store/store.ts'],
    ['electron/main', 'better-sqlite3'],
    ['renderer/client', '#renderer/state/mirror.ts'],
    ['renderer/state', '#renderer/editor/view.ts'],
    ['renderer/state', 'prosemirror-view'],
    ['renderer/editor', '#renderer/views/reader.tsx'],
    ['renderer/ui', '#renderer/state/mirror.ts'],
    ['renderer/ui', '#shared/domain/label.ts'],
    ['renderer/views', '#electron/workbench/open.ts'],
    ['renderer/views', 'electron'],
    ['renderer/views', 'node:fs'],
    ['renderer/views', 'prosemirror-view'],
  ])('forbid %s to import %s', (room, what) => {
    expect(lintOf(room, what)).toBe('forbidden');
  });

  test.each([
    ['shared/domain', '#shared/text/span.ts'],
    ['shared/domain', 'zod'],
    ['shared/domain/events', '../label.ts'],
    ['electron/main', 'electron'],
    ['electron/store', 'better-sqlite3'],
    ['electron/workbench', '#electron/store/store.ts'],
    ['electron/jobs', '#electron/workbench/open.ts'],
    ['electron/main', '#electron/jobs/import-job.ts'],
    ['renderer/editor', 'prosemirror-view'],
    ['renderer/views', 'react-aria-components'],
  ])('allow %s to import %s', (room, what) => {
    expect(lintOf(room, what)).toBe('allowed');
  });

  test('know every room there is', () => {
    const listed = execFileSync('git', ['ls-files', '--', 'shared', 'electron', 'renderer'], {
      cwd: root,
      encoding: 'utf8',
    });
    const built = new Set(
      listed
        .split('\n')
        .filter((file) => /\.tsx?$/u.test(file) && file.split('/').length > 2)
        .map((file) => file.split('/').slice(0, 2).join('/')),
    );
    expect([...built].filter((room) => !Object.hasOwn(rooms, room))).toEqual([]);
  });
});

describe('the compiler', () => {
  test.each([
    ['shared', 'shared/text/planted.ts', 'export const title = document.title;\n'],
    ['shared', 'shared/text/planted.ts', 'export const folder = process.cwd();\n'],
    ['electron', 'electron/store/planted.ts', 'export const title = window.title;\n'],
    ['renderer', 'renderer/ui/planted.ts', 'export const folder = process.cwd();\n'],
  ])('refuses in %s what belongs elsewhere: %s', (area, file, source) => {
    const path = plant(file, source);
    const said = complaint('tsc', ['-b', area, '--force']);
    rmSync(path);
    expect(said).toMatch(/error TS2(304|552|580|584|591|339|812)/u);
  });
});
