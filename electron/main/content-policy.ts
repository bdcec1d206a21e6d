/** The headers every file of the app is served with. */

/**
 * Nothing is loaded from anywhere but the app itself, nothing runs that was not built with it, and no text becomes
 * markup or script (Trusted Types without any policy: the reader takes no paste, so none is needed). Styles are files,
 * or `<style>` elements that carry this page load's nonce, which react-aria asks for.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

export function responseHeaders(contentType: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

/** The page with the nonce where react-aria looks for it: `<meta property="csp-nonce">`, first in the head. */
export function withNonce(html: string, nonce: string): string {
  return html.replace(/<head(?:\s[^>]*)?>/iu, (head) => `${head}<meta property="csp-nonce" nonce="${nonce}">`);
}
