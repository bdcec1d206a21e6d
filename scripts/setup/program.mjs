// Running other programs: aloud (the user sees what they print) or quietly (the caller reads it).
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Options
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limit] milliseconds after which the program is ended
 * @property {boolean} [terse] show what it prints on stderr alone: its failures, not its successes
 */

/**
 * Runs a program without input, its output on our stderr.
 * @param {string} command @param {readonly string[]} args @param {Options} [options]
 * @returns {Promise<number>} its exit code; 1 when it could not start, was ended, or took longer than the limit
 */
export function runAloud(command, args, { cwd, env, limit, terse = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      timeout: limit,
      killSignal: 'SIGKILL',
      stdio: ['ignore', terse ? 'ignore' : 2, 2],
    });
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program and keeps what it prints.
 * @param {string} command @param {readonly string[]} args @param {Options} [options]
 * @returns {{ok: boolean, output: string}} `output` is stdout and stderr together
 */
export function runQuietly(command, args, { cwd, env, limit } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    env,
    timeout: limit,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { ok: done.status === 0, output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}` };
}

/** @param {string} name @returns {boolean} whether the shell would find this program */
export function isOnPath(name) {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => folder !== '' && fs.existsSync(path.join(folder, name)));
}
