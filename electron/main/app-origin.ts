/** The one place the window's page comes from, and how an address is held against it. */
export const appScheme = 'app';
export const appHost = 'workbench';
export const appPage = `${appScheme}://${appHost}/`;

/**
 * Whether `address` lies at exactly `app://workbench`: same scheme, same host, no port, no user. Parsed, not compared
 * as text: `app://workbench.evil/` begins with the right letters too.
 */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === '';
}
