import { describe, expect, it } from 'vitest';
import { playwrightCounts, sum, summaryLine, verdict, vitestCounts, withExitCode } from './counts.mjs';

describe('the counts of a vitest report', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [{ status: 'failed', assertionResults: [{}] }],
  };

  it('are its tests, those put off counting as skipped', () => {
    expect(vitestCounts(report)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('take a file that did not load for a failure', () => {
    const testResults = [...report.testResults, { status: 'failed', assertionResults: [] }];
    expect(vitestCounts({ ...report, testResults }).failed).toBe(2);
  });
});

describe('the counts of a Playwright report', () => {
  it('take a test that passed only on a second try for a failure', () => {
    expect(playwrightCounts({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
    });
  });
});

describe('a suite', () => {
  it('fails when its tool ended badly, though no check of it failed', () => {
    expect(withExitCode({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  });

  it('fails when not one check ran', () => {
    expect(withExitCode({ passed: 0, failed: 0, skipped: 4 }, 0).failed).toBe(1);
  });

  it('keeps its own count of failures', () => {
    expect(withExitCode({ passed: 3, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  });
});

describe('the last line', () => {
  it('sums the suites', () => {
    expect(summaryLine(sum([verdict(true), verdict(false), { passed: 40, failed: 0, skipped: 0 }]))).toBe(
      '41 passed, 1 failed',
    );
  });

  it('names what was skipped, if anything was', () => {
    expect(summaryLine({ passed: 3, failed: 0, skipped: 1 })).toBe('3 passed, 0 failed, 1 skipped');
  });
});
