import { defineConfig } from '@playwright/test';

/** Specs that hold tasks of the page and of the main process against a time. */
const measured = [/\/import\.spec\.ts$/u, /\/large-project\.spec\.ts$/u];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Two windows of Chromium on two cores are as fast as the machine gets.
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: 'window', testIgnore: measured },
    // Alone, after the others: beside a second window every task of these takes longer.
    { name: 'measured', testMatch: measured, dependencies: ['window'], workers: 1 },
  ],
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
});
