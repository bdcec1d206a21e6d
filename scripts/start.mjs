// `npm start [-- path/to/project.variorum]`: installs what is missing, builds what has changed, opens the workbench.
import path from 'node:path';
import { buildIfStale } from './build/build.mjs';
import { setUp } from './setup.mjs';
import { openDisplay } from './setup/display.mjs';
import { runInForeground } from './setup/foreground.mjs';
import { root, userFolder } from './setup/places.mjs';
import { main, say } from './setup/report.mjs';
import { sandboxFlags } from './setup/sandbox.mjs';

await main(async () => {
  const { electron, env } = await setUp();
  await buildIfStale(env);
  const display = await openDisplay();
  const sandbox = sandboxFlags(electron.folder);
  if (sandbox.why !== undefined) say(`Starting with --no-sandbox: ${sandbox.why}.`);
  // A machine without a screen has no graphics card and no session bus either; Chromium laments both at length.
  const quiet = display.virtual ? ['--disable-gpu', '--log-level=3'] : [];
  const args = [...sandbox.flags, ...quiet, root, ...wordsOfTheUser()];
  return runInForeground(electron.executable, args, { env: { ...process.env, ...env, ...display.env } });
});

/** Options as they were typed, paths as seen from where the user stood. */
function wordsOfTheUser() {
  const folder = userFolder();
  return process.argv.slice(2).map((word) => (word.startsWith('-') ? word : path.resolve(folder, word)));
}
