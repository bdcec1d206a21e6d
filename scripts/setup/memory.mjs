// What set-up has found out and need not find out again. It lives in `node_modules` and goes with it.
import fs from 'node:fs';
import { inModules } from './places.mjs';

/**
 * @typedef {object} Memory
 * @property {{wanted: string, runs: "electron" | "fallback"}} [choice] which Electron runs where version `wanted` is asked for
 * @property {{executable: string, module: string, built: boolean}} [loads] better-sqlite3 of version `module`, built here or not, was seen to load in `executable`
 */

const file = inModules('.variorum-setup.json');

/** @returns {Memory} empty when nothing is known, or the file cannot be read */
export function recall() {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {Memory} news replaces what was known of the same matters */
export function remember(news) {
  const partial = `${file}.${process.pid}`;
  fs.writeFileSync(partial, `${JSON.stringify({ ...recall(), ...news }, null, 2)}\n`);
  fs.renameSync(partial, file);
}

/** Makes the next set-up look at everything afresh. */
export function forget() {
  fs.rmSync(file, { force: true });
}
