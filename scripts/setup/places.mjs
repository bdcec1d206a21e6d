// Where things lie: the project, the tools it installs, and the cache that outlives `node_modules`.
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project: the one with `package.json`. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} parts @returns {string} a path inside the project */
export const inProject = (...parts) => path.join(root, ...parts);

/** @param {...string} parts @returns {string} a path inside `node_modules` */
export const inModules = (...parts) => path.join(root, 'node_modules', ...parts);

/** The Node that comes with the project, whatever Node started this script. */
export const projectNode = inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The user's cache folder for downloads and builds that take long to make again. `VARIORUM_CACHE` moves it.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 * @returns {string}
 */
export function cacheFolder(env = process.env, platform = process.platform, home = os.homedir()) {
  if (env['VARIORUM_CACHE']) return path.resolve(env['VARIORUM_CACHE']);
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'variorum');
  if (platform === 'win32')
    return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'variorum', 'Cache');
  return path.join(env['XDG_CACHE_HOME'] || path.join(home, '.cache'), 'variorum');
}

/**
 * Where the user stood when typing the command. `npm run` moves to the project's folder and leaves the user's in
 * `INIT_CWD`; a script started any other way stays where it is, and an `INIT_CWD` of some outer npm means nothing.
 * @param {string} cwd
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} project
 * @returns {string}
 */
export function userFolder(cwd = process.cwd(), env = process.env, project = root) {
  return cwd === project && env['INIT_CWD'] ? env['INIT_CWD'] : cwd;
}
