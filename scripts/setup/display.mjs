// A screen for the window. Where Linux has none (a server, a container), Xvfb makes one in memory.
import { spawn } from 'node:child_process';
import { isOnPath } from './program.mjs';
import { SetupError, say } from './report.mjs';
import { installSystemPackages, systemPackages } from './system-packages.mjs';

/** @typedef {{env: NodeJS.ProcessEnv, virtual: boolean}} Display `env` is what a program needs to find it */

/**
 * @param {object} wishes
 * @param {boolean} [wishes.apart] rather a screen of its own than the user's: tests need no onlooker, and he no flicker
 * @returns {Promise<Display>} a screen that lasts until this process ends
 */
export async function openDisplay({ apart = false } = {}) {
  const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  if (hasScreen && !(apart && process.platform === 'linux' && isOnPath('Xvfb'))) return { env: {}, virtual: false };
  if (!isOnPath('Xvfb'))
    await installSystemPackages(systemPackages.screen, 'There is no display, and no Xvfb to make one');
  const name = await startXvfb();
  say(
    hasScreen
      ? `Windows open on a display of their own, ${name} (Xvfb).`
      : `There is no display: started one, ${name} (Xvfb).`,
  );
  return { env: { DISPLAY: name, WAYLAND_DISPLAY: '' }, virtual: true };
}

/** @returns {Promise<string>} the display's name, ":99" */
function startXvfb() {
  // Xvfb picks a free number and writes it to file descriptor 3 when it is ready. It is detached so that Ctrl+C in
  // the terminal reaches the program it serves, not the screen under its feet.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const xvfb = spawn('Xvfb', args, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  process.on('exit', () => xvfb.kill());

  return new Promise((resolve, reject) => {
    let words = '';
    xvfb.stderr?.on('data', (part) => (words += part));
    xvfb.on('error', (error) => reject(new SetupError(`Xvfb did not start: ${error.message}`)));
    xvfb.on('exit', () => reject(new SetupError(`Xvfb ended before it was ready:\n${words}`)));
    let number = '';
    xvfb.stdio[3]?.on('data', (part) => {
      number += part;
      if (!number.endsWith('\n')) return;
      xvfb.unref();
      for (const stream of [xvfb.stderr, xvfb.stdio[3]]) /** @type {import("node:net").Socket} */ (stream).unref();
      resolve(`:${number.trim()}`);
    });
  });
}
