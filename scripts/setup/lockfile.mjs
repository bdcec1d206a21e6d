// Does `node_modules` hold what the lock file asks for? npm leaves a list of what it installed; comparing the two
// lists costs milliseconds and spares a second `npm ci`, also after somebody has run `npm install` by hand.

/** @typedef {{version?: string, optional?: boolean, devOptional?: boolean}} LockedPackage */
/** @typedef {{packages: Record<string, LockedPackage>}} Lockfile */

/**
 * @param {Lockfile} lock `package-lock.json`
 * @param {Lockfile} installed `node_modules/.package-lock.json`, written by npm as its last act
 * @returns {boolean} whether every package is there in its version; those of other platforms (optional) may be absent
 */
export function isInstalled(lock, installed) {
  const wanted = Object.entries(lock.packages).filter(([folder]) => folder !== '');
  const complete = wanted.every(([folder, { version, optional, devOptional }]) => {
    const found = installed.packages[folder];
    return found === undefined ? optional === true || devOptional === true : found.version === version;
  });
  return complete && Object.keys(installed.packages).every((folder) => folder in lock.packages);
}
