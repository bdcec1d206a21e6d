/** The place a project was left at, so that it opens there. A convenience: where it cannot be kept, nothing is lost. */
import type { ReadingPlace } from './selection.ts';

/** Offsets: UTF-16, of the document's text. */
export interface LastPlace extends ReadingPlace {
  readonly document: string;
}

/** The part of the browser's `localStorage` that is used. */
export interface PlaceStorage {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

export function saveLastPlace(storage: PlaceStorage, project: string, place: LastPlace): void {
  try {
    storage.setItem(storageKey(project), JSON.stringify(place));
  } catch {
    // A full or forbidden storage costs the place, not the work.
  }
}

/** `null` where none was kept, or it cannot be read. */
export function loadLastPlace(storage: PlaceStorage, project: string): LastPlace | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey(project)) ?? 'null');
    return isLastPlace(kept) ? kept : null;
  } catch {
    return null;
  }
}

function storageKey(project: string): string {
  return `variorum.place.${project}`;
}

function isLastPlace(kept: unknown): kept is LastPlace {
  if (typeof kept !== 'object' || kept === null) return false;
  const { document, caret, top } = kept as Partial<Record<keyof LastPlace, unknown>>;
  return typeof document === 'string' && isOffset(caret) && isOffset(top);
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
