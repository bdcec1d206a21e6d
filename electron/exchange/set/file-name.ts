/** Names of files made of names of documents: safe in every folder of every system, and no two the same. */
import { nameKey } from '../archive/entry-name.ts';

/** In bytes of UTF-8, without the ending. */
const longest = 120;

/** A name may be as long as a book. In UTF-16 units. */
const longestLookedAt = 2000;

/** Names that Windows keeps for devices, whatever ending they have. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/iu;

/**
 * The name without what some system takes for a separator, a wildcard or nothing at all, and without what would turn
 * the direction of writing. Never empty, never `.` or `..`.
 */
export function safeFileName(name: string): string {
  const shown = name
    .slice(0, longestLookedAt)
    .toWellFormed()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replaceAll(/[/\\:*?"<>|\ufffd]/gu, '_')
    // Last: what was taken out may have kept a mark from its letter.
    .normalize('NFC');
  const bounded = shortened(shown.replace(/^[ .]+/u, '')).replace(/[ .]+$/u, '');
  if (bounded === '') return 'document';
  return devices.test(bounded) ? `_${bounded}` : bounded;
}

/** Cut between characters. */
function shortened(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += Buffer.byteLength(character, 'utf8');
    if (bytes > longest) return kept;
    kept += character;
  }
  return kept;
}

/** Gives each name once: systems that do not tell `A` from `a` would lay two files in one place. */
export function createFileNames(): (name: string) => string {
  /** The number that the next of this name may have. */
  const next = new Map<string, number>();
  return (name) => {
    const safe = safeFileName(name);
    const key = nameKey(safe);
    for (let number = next.get(key) ?? 1; ; number += 1) {
      const free = number === 1 ? safe : `${safe} (${number})`;
      const freeKey = nameKey(free);
      if (number > 1 && next.has(freeKey)) continue;
      next.set(freeKey, 2);
      next.set(key, number + 1);
      return free;
    }
  };
}
