// What node-gyp compiles with.
import { isOnPath } from './program.mjs';
import { installSystemPackages, systemPackages } from './system-packages.mjs';

/** Installs a C++ compiler, make and Python, unless they are there. */
export async function installBuildTools() {
  const missing = ['g++', 'make', 'python3'].filter((name) => !isOnPath(name));
  if (missing.length > 0)
    await installSystemPackages(
      systemPackages.compiler,
      `To build better-sqlite3, this system lacks ${missing.join(', ')}`,
    );
}
