/** When two addresses are those of one article. */

/**
 * What all ways of writing an article's address have in common: without http or https, without the fragment, the slash at
 * the end, the port that goes without saying, and what campaigns append (utm_…); the host in lower case. Empty where it is
 * none, or names a site and no article. Addresses of other kinds (doi:, urn:) are taken as they are written.
 */
export function addressKey(url: string): string {
  const written = url.trim().replace(/#.*$/su, '');
  const web = /^https?:\/\/([^/?]*)([^?]*)(?:\?(.*))?$/isu.exec(written);
  if (web === null) return /^[a-z][a-z0-9+.-]*:./iu.test(written) ? written : '';
  const [, authority = '', path = '', query = ''] = web;
  const host = authority.toLowerCase().replace(/:(?:80|443)?$/u, '');
  const way = path.replace(/\/+$/u, '');
  const asked = query
    .split('&')
    .filter((part) => part !== '' && !/^utm_/iu.test(part))
    .join('&');
  if (host === '' || (way === '' && asked === '')) return '';
  return `//${host}${way}${asked === '' ? '' : `?${asked}`}`;
}
