// Chromium's sandbox is the product's default and stays so. A few systems let no unprivileged program make one, or we
// run as root; there the launcher of the development build, and it alone, starts Electron without.
import fs from 'node:fs';
import path from 'node:path';

/**
 * @param {string} distribution Electron's folder
 * @returns {{flags: string[], why: string | undefined}}
 */
export function sandboxFlags(distribution) {
  const why = reasonForNoSandbox({
    platform: process.platform,
    root: process.getuid?.() === 0,
    restricted:
      reads('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
      reads('/proc/sys/kernel/unprivileged_userns_clone') === '0',
    helper: hasSetuidHelper(path.join(distribution, 'chrome-sandbox')),
  });
  return { flags: why === undefined ? [] : ['--no-sandbox'], why };
}

/**
 * @param {object} system
 * @param {NodeJS.Platform} system.platform
 * @param {boolean} system.root
 * @param {boolean} system.restricted whether the kernel refuses user namespaces to unprivileged programs
 * @param {boolean} system.helper whether Electron's own `chrome-sandbox` belongs to root and is setuid
 * @returns {string | undefined} for the user; undefined where the sandbox works
 */
export function reasonForNoSandbox({ platform, root, restricted, helper }) {
  if (platform !== 'linux') return undefined;
  if (root) return "Chromium's sandbox does not run as root";
  return restricted && !helper ? 'this system keeps user namespaces from unprivileged programs' : undefined;
}

/** @param {string} file */
function reads(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function hasSetuidHelper(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
}
