// A folder inside the cache for work in progress. Finished things are renamed out of it, so what the cache holds is
// always whole; what an interrupted run left behind is cleared away by the next.
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './places.mjs';

const prefix = 'unfinished-';

/**
 * @template T
 * @param {(folder: string) => Promise<T>} work gets an empty folder, on the same disk as the cache
 * @returns {Promise<T>}
 */
export async function inWorkplace(work) {
  const cache = cacheFolder();
  fs.mkdirSync(cache, { recursive: true });
  for (const name of fs.readdirSync(cache)) {
    if (isAbandoned(name, isRunning)) fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  }
  const folder = path.join(cache, `${prefix}${process.pid}`);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} name of an entry of the cache
 * @param {(pid: number) => boolean} running
 */
export function isAbandoned(name, running) {
  return name.startsWith(prefix) && !running(Number(name.slice(prefix.length)));
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Puts a finished file or folder in its place, at once and whole.
 * @param {string} from @param {string} to
 */
export function putInPlace(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.rmSync(to, { recursive: true, force: true });
  fs.renameSync(from, to);
}
