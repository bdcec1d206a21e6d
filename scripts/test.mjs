// `npm test [-- types | lint | unit | e2e …]`: installs what is missing and runs the suites, all of them or those named.
// One that fails does not keep the next from running. The last line of the output is the sum: "N passed, N failed".
import { none, sum, summaryLine } from './checks/counts.mjs';
import { suites } from './checks/suites.mjs';
import { setUp } from './setup.mjs';
import { SetupError, main, say } from './setup/report.mjs';

/** @typedef {{name: string, counts: import("./checks/counts.mjs").Counts, seconds: number}} Outcome */

await main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new SetupError(
      `There is no suite ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}.`,
    );

  const { env, failure } = await setUp().then(
    ({ env }) => ({ env, failure: undefined }),
    (error) => ({ env: {}, failure: error }),
  );
  if (failure !== undefined) {
    console.log(`${describe(failure)}\n\n${summaryLine({ ...none, failed: 1 })}`);
    return 1;
  }

  /** @type {Outcome[]} */
  const outcomes = [];
  for (const suite of suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    outcomes.push(await outcome(suite, env));
  const total = sum(outcomes.map(({ counts }) => counts));
  console.log(`\n${table(outcomes)}\n\n${summaryLine(total)}`);
  return total.failed > 0 ? 1 : 0;
});

/**
 * @param {import("./checks/suites.mjs").Suite} suite @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>} a suite that could not run has failed
 */
async function outcome({ name, title, run }, env) {
  say(`\n── ${title}`);
  const began = Date.now();
  const counts = await run(env).catch((error) => {
    say(describe(error));
    return { ...none, failed: 1 };
  });
  return { name, counts, seconds: Math.round((Date.now() - began) / 1000) };
}

/** @param {Error} error */
function describe(error) {
  return error instanceof SetupError ? error.message : (error.stack ?? error.message);
}

/** @param {readonly Outcome[]} outcomes */
function table(outcomes) {
  const rows = outcomes.map(({ name, counts, seconds }) => [
    name,
    counts.passed,
    counts.failed,
    counts.skipped,
    `${seconds} s`,
  ]);
  const line = (/** @type {readonly (string | number)[]} */ [name = '', ...cells]) =>
    `${name}`.padEnd(8) + cells.map((cell) => `${cell}`.padStart(9)).join('');
  return [['suite', 'passed', 'failed', 'skipped', 'time'], ...rows].map(line).join('\n');
}
