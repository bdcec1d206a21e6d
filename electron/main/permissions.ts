/**
 * What the page may ask the browser for: to put text on the clipboard, after a key or a click. Everything else,
 * including what a later Electron adds, is denied.
 */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

export function isGranted(permission: string): boolean {
  return granted.has(permission);
}
