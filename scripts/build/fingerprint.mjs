// Has anything changed since the last build? The list of source files, each with its size and time, answers without
// reading one of them; a file added, removed, renamed or replaced by an older one changes the list as an edit does.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @param {string} root
 * @param {readonly string[]} entries files and folders below it; those that do not exist count as such
 * @param {(file: string) => boolean} counts whether a file takes part in the build
 * @returns {string} the same for the same files in the same state
 */
export function fingerprint(root, entries, counts = () => true) {
  const hash = createHash('sha256');
  for (const entry of entries) addTo(hash, root, entry, counts);
  return hash.digest('hex');
}

/**
 * @param {import("node:crypto").Hash} hash @param {string} root @param {string} name @param {(file: string) => boolean} counts
 */
function addTo(hash, root, name, counts) {
  const file = path.join(root, name);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    for (const child of fs.readdirSync(file).sort()) addTo(hash, root, path.join(name, child), counts);
  } else if (counts(name)) {
    hash.update(`${name}\0${stat?.size}\0${stat?.mtimeMs}\0`);
  }
}
