import { describe, expect, it } from 'vitest';
import { isInstalled } from './lockfile.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/@oxlint/binding-darwin-arm64': { version: '1.89.0', optional: true },
  },
};

describe('installed packages', () => {
  it("match a lock file when only other platforms' packages are absent", () => {
    expect(isInstalled(lock, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(true);
  });

  it('do not match when a package is absent', () => {
    expect(isInstalled(lock, { packages: {} })).toBe(false);
  });

  it('do not match when a package has another version', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe(false);
  });

  it('do not match when the lock file has dropped one of them', () => {
    const more = { packages: { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/left': { version: '1.0.0' } } };
    expect(isInstalled(lock, more)).toBe(false);
  });
});
