// Step 1: the packages of the lock file, and among them the project's own Node.
import fs from 'node:fs';
import { isInstalled } from './lockfile.mjs';
import { npm, npmEnv, someNode } from './npm.mjs';
import { inModules, inProject, projectNode, root } from './places.mjs';
import { runAloud, runQuietly } from './program.mjs';
import { SetupError, say } from './report.mjs';

/** Installs what the lock file asks for, unless it is there. */
export async function installDependencies() {
  if (!packagesAreThere()) await installPackages();
  if (!nodeIsThere()) await installNode();
}

function packagesAreThere() {
  try {
    return isInstalled(readJson(inProject('package-lock.json')), readJson(inModules('.package-lock.json')));
  } catch {
    return false; // no node_modules, or an `npm ci` that did not reach its end
  }
}

// No package's install script runs here. One is needed, that of `node`, and installNode() calls it by name.
async function installPackages() {
  say('Installing the packages of package-lock.json (npm ci) …');
  // Windows cannot delete the Node we may be running on, as `npm ci` would: let npm change only what differs.
  const inPlace = process.platform === 'win32' && fs.existsSync(inModules());
  const code = await npm([...(inPlace ? ['install', '--no-save'] : ['ci']), '--ignore-scripts'], root);
  if (code !== 0) {
    throw new SetupError(
      'npm could not install the packages; its reason is above.\nWhen it is put right, run the same command again: it goes on from here.',
    );
  }
}

function nodeIsThere() {
  return (
    fs.existsSync(projectNode) && fs.existsSync(inModules('.bin', process.platform === 'win32' ? 'node.cmd' : 'node'))
  );
}

// The package `node` holds no program: its preinstall script fetches the one for this platform and links it.
async function installNode() {
  const { version } = readJson(inModules('node', 'package.json'));
  say(`Installing Node ${version} for the project's own tools …`);
  const fetched = await runAloud(someNode(), ['installArchSpecificPackage.js'], {
    cwd: inModules('node'),
    env: npmEnv(),
    terse: true,
  });
  const linked = fetched === 0 ? await npm(['rebuild', 'node', '--ignore-scripts'], root) : 1;
  const answer = runQuietly(projectNode, ['--version']).output.trim();
  if (linked !== 0 || answer !== `v${version}`) {
    throw new SetupError(
      `Node ${version} could not be installed into node_modules${answer ? ` (it answers: ${answer})` : ''}.\nRun the same command again; if it fails again, delete node_modules first.`,
    );
  }
}

/** @param {string} file */
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
