// Handing the terminal over to another program.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program with our own input and output, as if the user had typed its name.
 * @param {string} command @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<number>} its exit code, as a shell would count it
 */
export function runInForeground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' });
    // Ctrl+C in a terminal reaches the program by itself; a signal sent to us alone is handed on. We end when it has.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      });
    }
    // When npm is ended, the shell between it and us dies without a word; the window would stay behind.
    const parent = process.env['npm_lifecycle_event'] === undefined ? undefined : process.ppid;
    const watch = setInterval(() => parent !== undefined && process.ppid !== parent && child.kill(), 500);
    child.on('close', () => clearInterval(watch));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128 + constants.signals[signal])));
  });
}
