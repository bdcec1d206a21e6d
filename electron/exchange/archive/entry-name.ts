/** What an entry may be called. */

type NameFault = 'ArchiveEscapes' | 'ArchiveNameBroken';

/**
 * Paths that lead out of the archive in any spelling: `../x`, `..\x`, `/x`, `\x`, `C:\x`, also with blanks or dots that
 * Windows drops at the end of a name. @param name with the slashes it was written with
 */
export function entryNameFault(name: string): NameFault | null {
  // oxlint-disable-next-line no-control-regex -- a control character is what is looked for
  if (name === '' || /[\u0000-\u001f\u007f]/.test(name) || !name.isWellFormed()) return 'ArchiveNameBroken';
  const path = withSlashes(name);
  if (path.startsWith('/') || /^[a-z]:/iu.test(path)) return 'ArchiveEscapes';
  return path.split('/').some((part) => /^\.\.[. ]*$/u.test(part)) ? 'ArchiveEscapes' : null;
}

/** Some Windows programs part folders with backslashes. */
export function withSlashes(name: string): string {
  return name.replaceAll('\\', '/');
}

/** Names of one key are one file on systems that ignore case, or that compose characters. */
export function nameKey(name: string): string {
  return name.toUpperCase().toLowerCase().normalize('NFC');
}

/** The first two names that are the same, or would be on another system. */
export function collidingNames(names: Iterable<string>): readonly [entry: string, other: string] | null {
  const known = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name.endsWith('/') ? name.slice(0, -1) : name);
    const other = known.get(key);
    // A folder may be listed twice, and has no contents of its own.
    if (other !== undefined && !(other.endsWith('/') && name.endsWith('/'))) return [name, other];
    known.set(key, name);
  }
  return null;
}
