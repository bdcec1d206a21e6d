// The suites of `npm test`, in the order they run: the quick ones first.
import fs from 'node:fs';
import path from 'node:path';
import { buildIfStale } from '../build/build.mjs';
import { openDisplay } from '../setup/display.mjs';
import { inModules, inProject, projectNode, root } from '../setup/places.mjs';
import { runAloud } from '../setup/program.mjs';
import { installReaders } from '../setup/readers.mjs';
import { none, playwrightCounts, verdict, vitestCounts, withExitCode } from './counts.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name what `npm test -- <name>` calls it
 * @property {string} title
 * @property {(env: NodeJS.ProcessEnv) => Promise<import("./counts.mjs").Counts>} run
 */

/** @type {readonly Suite[]} */
export const suites = [
  {
    name: 'types',
    title: 'Types (tsc)',
    run: async (env) => verdict((await tool(env, 'typescript/bin/tsc', ['-b'])) === 0),
  },
  { name: 'lint', title: 'Lint, import rules and format (oxlint, oxfmt)', run: lint },
  { name: 'unit', title: 'Unit, contract and guard tests (vitest)', run: unit },
  { name: 'e2e', title: 'End to end in Electron (Playwright)', run: e2e },
];

/** @param {NodeJS.ProcessEnv} env */
async function lint(env) {
  const rules = await tool(env, 'oxlint/bin/oxlint', ['--type-aware']);
  const format = await tool(env, 'oxfmt/bin/oxfmt', ['--check']);
  return verdict(rules === 0 && format === 0);
}

/** @param {NodeJS.ProcessEnv} env */
async function unit(env) {
  await installReaders();
  const report = freshReport('unit');
  const code = await tool(env, 'vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return withExitCode(countsIn(report, vitestCounts), code);
}

/** @param {NodeJS.ProcessEnv} env */
async function e2e(env) {
  await buildIfStale(env);
  const display = await openDisplay({ apart: true });
  const report = freshReport('e2e');
  const settings = { ...env, ...display.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await tool(settings, '@playwright/test/cli.js', ['test', '--reporter=list,json']);
  return withExitCode(countsIn(report, playwrightCounts), code);
}

/**
 * @param {NodeJS.ProcessEnv} env @param {string} script inside `node_modules` @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
const tool = (env, script, args) =>
  runAloud(projectNode, [inModules(script), ...args], { cwd: root, env: { ...process.env, ...env } });

/** @param {string} name @returns {string} where a report will be; the last one is gone */
function freshReport(name) {
  const file = inProject('.cache', 'checks', `${name}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
}

/**
 * @template Report
 * @param {string} file @param {(report: Report) => import("./counts.mjs").Counts} count
 */
function countsIn(file, count) {
  return fs.existsSync(file) ? count(JSON.parse(fs.readFileSync(file, 'utf8'))) : none;
}
