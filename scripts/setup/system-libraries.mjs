// Step 3: the shared libraries Electron is linked against. Linux only; elsewhere they are part of the system.
import { runQuietly } from './program.mjs';
import { SetupError } from './report.mjs';
import { installSystemPackages, systemPackages } from './system-packages.mjs';

/** @param {string} executable Electron's */
export async function installSystemLibraries(executable) {
  if (process.platform !== 'linux') return;
  const missing = missingFor(executable);
  if (missing.length === 0) return;
  await installSystemPackages(systemPackages.window, `Electron needs ${few(missing)}, which this system lacks`);
  const still = missingFor(executable);
  if (still.length > 0)
    throw new SetupError(
      `Electron still lacks ${still.join(', ')}.\nInstall the packages that hold these files, then run the same command again.`,
    );
}

/** @param {readonly string[]} names */
const few = (names) =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more libraries`;

/** @param {string} executable */
const missingFor = (executable) => missingLibraries(runQuietly('ldd', [executable]).output);

/**
 * @param {string} listing what `ldd` prints
 * @returns {string[]} the libraries it did not find, each once
 */
export function missingLibraries(listing) {
  return [...new Set([...listing.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = '']) => name))];
}
