import { FINGERPRINT_WORDS, LINK_WORDS } from './fingerprint.ts';
import { fingerprintTable } from './fingerprint-table.ts';
import type { FingerprintIndex } from './fingerprint-index.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { compareIds } from './pairs.ts';
import { matchBackward, matchForward } from './run.ts';
import type { Told } from './told.ts';

/**
 * A fingerprint held by more documents than this is a hub (a story with hundreds of copies, a line
 * that a publisher prints under everything): once a passage holds it in two documents, nothing more
 * is looked for through it between the two, not even whether a run leaves the passage by a word.
 */
const HUB = 100;

/** How far a run is followed from a fingerprint to see whether it leaves a passage. */
const FOLLOWED = LINK_WORDS + FINGERPRINT_WORDS;

/** Places of one fingerprint tried in the other document. */
const PLACES_TRIED = 16;

/**
 * The documents after `own`, by id, that share a run of `LINK_WORDS` words with it which no passage
 * told so far holds in both.
 */
export function findUntold(
  fingerprints: FingerprintIndex,
  told: Told,
  own: IndexedDocument,
): readonly IndexedDocument[] {
  const found = new Set<IndexedDocument>();
  const { hashes, places } = fingerprintTable(own);
  const labels = told.labels(own);
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] ?? 0;
    const holders = fingerprints.holders(hash);
    if (holders.length < 2) continue;
    const isHub = holders.length > HUB;
    if (isHub && told.holdsAll(hash, holders.length)) continue;
    const label = (isHub ? labels.held : labels.inner)[row] ?? 0;
    for (const other of holders) {
      if (found.has(other) || compareIds(other.id, own.id) <= 0) continue;
      const theirs = told.labels(other);
      const theirLabels = isHub ? theirs.held : theirs.inner;
      const theirTable = fingerprintTable(other);
      const first = firstRow(theirTable.hashes, hash);
      for (let their = first; their < first + PLACES_TRIED; their += 1) {
        if (theirTable.hashes[their] !== hash) break;
        if (label !== 0 && theirLabels[their] === label) continue;
        if (isUntold(told, own, places[row] ?? 0, other, theirTable.places[their] ?? 0)) {
          found.add(other);
          break;
        }
      }
    }
  }
  return [...found].sort((one, other) => compareIds(one.id, other.id));
}

function isUntold(told: Told, a: IndexedDocument, atA: number, b: IndexedDocument, atB: number): boolean {
  const back = matchBackward(a, b, atA, atB, Math.max(0, atA - FOLLOWED));
  const ahead = matchForward(a, b, atA, atB, FOLLOWED);
  if (ahead === 0 || back + ahead < LINK_WORDS) return false;
  const inA = { from: atA - back, to: atA + ahead };
  return !told.holds(a, inA, b, { from: atB - back, to: atB + ahead });
}

/** First row of a hash in a sorted table; the row after the last lesser one if it is not there. */
function firstRow(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
