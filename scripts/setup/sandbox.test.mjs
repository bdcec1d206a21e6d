import { describe, expect, it } from 'vitest';
import { reasonForNoSandbox } from './sandbox.mjs';

/** @type {{platform: NodeJS.Platform, root: boolean, restricted: boolean, helper: boolean}} */
const laptop = { platform: 'linux', root: false, restricted: false, helper: false };

describe("starting without Chromium's sandbox", () => {
  it('does not happen on an ordinary machine', () => {
    expect(reasonForNoSandbox(laptop)).toBeUndefined();
  });

  it('happens as root on Linux, and only there', () => {
    expect(reasonForNoSandbox({ ...laptop, root: true })).toContain('root');
    expect(reasonForNoSandbox({ ...laptop, root: true, platform: 'darwin' })).toBeUndefined();
  });

  it('happens where the kernel refuses namespaces and no helper stands in', () => {
    expect(reasonForNoSandbox({ ...laptop, restricted: true })).toContain('namespaces');
    expect(reasonForNoSandbox({ ...laptop, restricted: true, helper: true })).toBeUndefined();
  });
});
