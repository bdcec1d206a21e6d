/**
 * An orphan: an annotation that is counted in an older version of an article and has no place in a newer one, until
 * somebody places it there or says that the passage is gone.
 */
import type { Span } from '#shared/text/span.ts';

interface PlacedRange extends Span {
  readonly document: string;
}

export interface Orphan {
  readonly annotation: string;
  /** Where it stands in the newest of the older versions that have it. Offsets: UTF-16, half-open. */
  readonly from: PlacedRange;
  /** The document that lacks it. */
  readonly into: string;
}

/** One version as the search for orphans sees it. */
export interface VersionPlaces {
  readonly document: string;
  /** SHA-256 of its text. */
  readonly sha256: string;
  /** Live annotations that are counted in it, each with the first place. */
  readonly counted: ReadonlyMap<string, PlacedRange>;
  /** Live annotations that have any occurrence in it: one that waits for a look, or was detached, is placed already. */
  readonly placed: ReadonlySet<string>;
  /** Annotations of which somebody said that it lacks them. */
  readonly dismissed: ReadonlySet<string>;
}

/**
 * The orphans of a version. What an older one lacked already by somebody's word is not looked for again.
 * @param older the versions before it, the newest first
 */
export function orphansOf(version: VersionPlaces, older: readonly VersionPlaces[]): readonly Orphan[] {
  const settled = new Set([...version.placed, ...version.dismissed]);
  const orphans: Orphan[] = [];
  for (const before of older) {
    // The same text has all of them, or is dismissed like any other.
    for (const [annotation, from] of before.sha256 === version.sha256 ? [] : before.counted) {
      if (!settled.has(annotation)) orphans.push({ annotation, from, into: version.document });
      settled.add(annotation);
    }
    for (const annotation of before.dismissed) settled.add(annotation);
  }
  return orphans;
}
