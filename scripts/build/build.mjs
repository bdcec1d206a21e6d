// The build: electron-vite, when the sources have changed since it last succeeded.
import fs from 'node:fs';
import path from 'node:path';
import { inModules, inProject, projectNode, root } from '../setup/places.mjs';
import { runQuietly } from '../setup/program.mjs';
import { SetupError, say } from '../setup/report.mjs';
import { fingerprint } from './fingerprint.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'seeds',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];
const outputs = ['main/index.cjs', 'main/variorum.cjs', 'preload/index.cjs', 'renderer/index.html'];

/** The fingerprint of the sources that `out/` was built from. */
const stamp = inProject('out', '.sources');

/** @param {NodeJS.ProcessEnv} env what set-up returned */
export async function buildIfStale(env) {
  const now = fingerprint(root, sources, (file) => !/\.test\.tsx?$/.test(file));
  if (isFresh(now)) return;
  say('Building …');
  fs.rmSync(stamp, { force: true });
  // Node's warnings here are about the bundler's own affairs.
  const settings = { ...process.env, ...env, NODE_NO_WARNINGS: '1' };
  const { ok, output } = runQuietly(projectNode, [inModules('electron-vite', 'bin', 'electron-vite.js'), 'build'], {
    cwd: root,
    env: settings,
  });
  if (!ok) throw new SetupError(`The build failed:\n${output}`);
  // The fingerprint from before: what was edited while the build ran is built the next time.
  fs.writeFileSync(stamp, now);
}

/** @param {string} now */
function isFresh(now) {
  return (
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === now &&
    outputs.every((file) => fs.existsSync(inProject('out', path.normalize(file))))
  );
}
