// Calling npm: the very npm that started us when there is one, so that no second version comes into play.
import fs from 'node:fs';
import { runAloud } from './program.mjs';

/** The Node to run JavaScript tools with. `npm ci` may have deleted the one we run on; the PATH still has another. */
export const someNode = () => (fs.existsSync(process.execPath) ? process.execPath : 'node');

/** npm's warnings are about the packages' own affairs; errors are shown. */
export const npmEnv = () => ({
  ...process.env,
  npm_config_loglevel: 'error',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
});

/**
 * @param {readonly string[]} args @param {string} cwd
 * @returns {Promise<number>} npm's exit code
 */
export function npm(args, cwd) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('.js')) return runAloud(someNode(), [cli, ...args], { cwd, env: npmEnv(), terse: true });
  return process.platform === 'win32'
    ? runAloud('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { cwd, env: npmEnv(), terse: true })
    : runAloud('npm', args, { cwd, env: npmEnv(), terse: true });
}
