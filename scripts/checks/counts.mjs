// How many checks of a suite passed, read from the report its tool writes.

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/** @param {boolean} ok @returns {Counts} a tool that gives one verdict is one check */
export const verdict = (ok) => (ok ? { ...none, passed: 1 } : { ...none, failed: 1 });

/**
 * A suite that ended badly has failed, though its report may name no failed check: a file that did not load, an error
 * between two tests, a report that was never written, not one test found.
 * @param {Counts} counts @param {number} exitCode
 * @returns {Counts}
 */
export function withExitCode(counts, exitCode) {
  const ran = counts.passed + counts.failed > 0;
  return counts.failed === 0 && (exitCode !== 0 || !ran) ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: readonly {status: string, assertionResults: readonly unknown[]}[]}} report of vitest's `json` reporter
 * @returns {Counts} a file that could not be loaded counts as one failed check
 */
export function vitestCounts(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {{stats: {expected: number, unexpected: number, flaky: number, skipped: number}}} report of Playwright's `json` reporter
 * @returns {Counts} a test that needed a second try did not pass
 */
export function playwrightCounts({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    none,
  );
}

/** @param {Counts} counts @returns {string} "12 passed, 0 failed", and what was skipped if anything was */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
