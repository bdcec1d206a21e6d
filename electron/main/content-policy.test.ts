import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, responseHeaders, withNonce } from './content-policy.ts';

describe('the content security policy', () => {
  const policy = contentSecurityPolicy('bm9uY2U=');

  it('allows nothing that is not named', () => {
    expect(policy.startsWith("default-src 'none'; ")).toBe(true);
  });

  it('runs scripts of the app alone', () => {
    expect(policy).toContain("; script-src 'self';");
  });

  it.each([
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'wasm-unsafe-eval'",
    '*',
    'http:',
    'https:',
    'blob:',
    "'strict-dynamic'",
  ])('never says %s', (source) => {
    expect(policy.split(/[ ;]+/u)).not.toContain(source);
  });

  it('lets text become markup nowhere', () => {
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  });

  it('names the nonce for styles only', () => {
    expect(policy.match(/nonce-bm9uY2U=/gu)).toHaveLength(1);
    expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U='");
  });
});

describe('the headers', () => {
  it('say what a file is and that it is not to be guessed', () => {
    expect(responseHeaders('text/css; charset=utf-8', 'n')).toMatchObject({
      'Content-Type': 'text/css; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
  });
});

describe('the page', () => {
  it('carries the nonce first in its head', () => {
    expect(withNonce('<html><head>\n<title>V</title></head></html>', 'abc')).toBe(
      '<html><head><meta property="csp-nonce" nonce="abc">\n<title>V</title></head></html>',
    );
  });

  it('does not mistake a header for its head', () => {
    expect(withNonce('<body><header></header></body>', 'abc')).toBe('<body><header></header></body>');
  });
});
