/** Small choices of this machine's user. Where they cannot be kept, they are forgotten and nothing else happens. */

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(storageKey(key));
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(storageKey(key), value);
  } catch {
    // A full or forbidden storage costs the choice, not the work.
  }
}

function storageKey(key: string): string {
  return `variorum.window.${key}`;
}
