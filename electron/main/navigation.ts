/** Where a window may go and what it may load. */
import { isAppAddress } from './app-origin.ts';

/** Whether a frame may be taken to `address`: only within the app itself. */
export function isAllowedNavigation(address: string): boolean {
  return isAppAddress(address);
}

/**
 * Whether a request may leave the page. The workbench needs no network, so nothing but its own files is let through;
 * `devtools` adds the developer tools' own pages, which exist only while the app is not packaged.
 */
export function isAllowedRequest(address: string, allow: { readonly devtools: boolean }): boolean {
  if (isAppAddress(address)) return true;
  return allow.devtools && URL.canParse(address) && new URL(address).protocol === 'devtools:';
}
