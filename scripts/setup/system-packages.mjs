// Packages of the system: installed through apt where we are root on Debian or Ubuntu; anywhere else the user gets
// the exact command to type. Nothing is asked of the network unless something is missing.
import fs from 'node:fs';
import { runAloud, runQuietly } from './program.mjs';
import { SetupError, say } from './report.mjs';

/**
 * Names of one need. Debian's come as alternatives, newest release first: a few libraries were renamed (`t64`).
 * @typedef {{debian: readonly (readonly string[])[], fedora: readonly string[], arch: readonly string[]}} SystemPackages
 */

/** @type {Record<"window" | "screen" | "compiler" | "readers", SystemPackages>} */
export const systemPackages = {
  window: {
    debian: [
      ['libgtk-3-0t64', 'libgtk-3-0'],
      ['libnss3'],
      ['libasound2t64', 'libasound2'],
      ['libgbm1'],
      ['libxss1'],
      ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
      ['libdrm2'],
    ],
    fedora: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'libXScrnSaver', 'at-spi2-atk', 'libdrm'],
    arch: ['gtk3', 'nss', 'alsa-lib', 'mesa', 'libxss', 'at-spi2-core', 'libdrm'],
  },
  screen: {
    debian: [['xvfb'], ['fonts-dejavu-core']],
    fedora: ['xorg-x11-server-Xvfb', 'dejavu-sans-fonts'],
    arch: ['xorg-server-xvfb', 'ttf-dejavu'],
  },
  // What opens exported documents in the tests.
  readers: {
    debian: [['libreoffice-calc'], ['libreoffice-writer'], ['poppler-utils']],
    fedora: ['libreoffice-calc', 'libreoffice-writer', 'poppler-utils'],
    arch: ['libreoffice-still', 'poppler'],
  },
  compiler: {
    debian: [['g++'], ['make'], ['python3']],
    fedora: ['gcc-c++', 'make', 'python3'],
    arch: ['base-devel', 'python'],
  },
};

/**
 * Installs them, or stops with the command that would.
 * @param {SystemPackages} packages
 * @param {string} need for the user: "Electron needs libnss3.so, which this system lacks"
 */
export async function installSystemPackages(packages, need) {
  const family = thisFamily();
  if (family !== 'debian' || process.getuid?.() !== 0) throw new SetupError(`${need}.\n${advice(family, packages)}`);

  say(`${need}: installing Debian packages …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  runQuietly('dpkg', ['--configure', '-a'], { env }); // an installation that was cut off blocks the next one
  await runAloud('apt-get', ['update', '-qq', ...wait], { env }); // a source out of order need not be one we want
  const names = packages.debian.map((alternatives) => pick(alternatives, isKnownToApt));
  const { ok, output } = runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wait, ...names], {
    env,
  });
  if (!ok) throw new SetupError(`${need}, and apt-get could not install ${names.join(' ')}:\n${output}`);
}

/**
 * @param {string} osRelease the text of /etc/os-release
 * @returns {"debian" | "fedora" | "arch" | "other"}
 */
export function systemFamily(osRelease) {
  const lines = osRelease.matchAll(/^ID(?:_LIKE)?=(.*)$/gm);
  const ids = new Set([...lines].flatMap(([, value = '']) => value.replaceAll('"', '').split(' ')));
  if (ids.has('debian') || ids.has('ubuntu')) return 'debian';
  if (ids.has('fedora') || ids.has('rhel')) return 'fedora';
  return ids.has('arch') ? 'arch' : 'other';
}

/**
 * @param {ReturnType<typeof systemFamily>} family @param {SystemPackages} packages
 * @param {(name: string) => boolean} isKnown
 * @returns {string} what to type, then to run the same command again
 */
export function advice(family, packages, isKnown = isKnownToApt) {
  const debian = packages.debian.map((alternatives) => pick(alternatives, isKnown)).join(' ');
  const command = {
    debian: `sudo apt-get install -y --no-install-recommends ${debian}`,
    fedora: `sudo dnf install -y ${packages.fedora.join(' ')}`,
    arch: `sudo pacman -S --needed ${packages.arch.join(' ')}`,
    other: undefined,
  }[family];
  return command === undefined
    ? `Install what your system calls these Debian packages, then run the same command again: ${debian}`
    : `Type this, then run the same command again:\n  ${command}`;
}

/**
 * @param {readonly string[]} alternatives @param {(name: string) => boolean} isKnown
 * @returns {string} the first name the system knows; when it knows none, the last
 */
export function pick(alternatives, isKnown) {
  return alternatives.find(isKnown) ?? /** @type {string} */ (alternatives.at(-1));
}

/** @param {string} name */
const isKnownToApt = (name) => runQuietly('apt-cache', ['show', '--no-all-versions', name]).ok;

/** Can packages be installed here without asking anybody? */
export const isDebianRoot = () => thisFamily() === 'debian' && process.getuid?.() === 0;

export const thisFamily = () => systemFamily(readIfThere('/etc/os-release'));

/** @param {string} file */
const readIfThere = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
