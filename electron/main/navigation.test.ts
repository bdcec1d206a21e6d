import { describe, expect, it } from 'vitest';
import { isAllowedNavigation, isAllowedRequest } from './navigation.ts';

const elsewhere = [
  'http://example.org/',
  'https://example.org/',
  'ws://example.org/',
  'wss://example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'file://server/share',
  'chrome://gpu',
  'chrome-extension://abc/page.html',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'about:blank',
  'app://x.evil',
  'app://workbench.evil/',
  '',
];

describe('navigation', () => {
  it('stays within the app', () => {
    expect(isAllowedNavigation('app://workbench/')).toBe(true);
    expect(isAllowedNavigation('app://workbench/index.html')).toBe(true);
  });

  it.each([...elsewhere, 'devtools://devtools/bundled/inspector.html'])('never goes to “%s”', (address) => {
    expect(isAllowedNavigation(address)).toBe(false);
  });
});

describe('requests', () => {
  it('reach the app’s own files', () => {
    expect(isAllowedRequest('app://workbench/assets/index.js', { devtools: false })).toBe(true);
  });

  it.each(elsewhere)('never reach “%s”', (address) => {
    expect(isAllowedRequest(address, { devtools: false })).toBe(false);
    expect(isAllowedRequest(address, { devtools: true })).toBe(false);
  });

  it('reach the developer tools only while they are allowed', () => {
    const inspector = 'devtools://devtools/bundled/inspector.html';
    expect(isAllowedRequest(inspector, { devtools: true })).toBe(true);
    expect(isAllowedRequest(inspector, { devtools: false })).toBe(false);
  });
});
