/**
 * The naive oracle of the counts: reads the whole log from the beginning, keeps everything in plain maps and counts
 * places one by one. Slow and obvious on purpose; shares no code with the projections.
 */
import type { ListedEvent } from '../workbench.ts';

interface Place {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly ranges?: readonly { readonly start: number; readonly end: number }[];
  readonly status: string;
  verdict: string | null;
}

interface Tag {
  readonly label: string;
  readonly passage: string;
  live: boolean;
  readonly places: Place[];
}

// oxlint-disable-next-line typescript/no-explicit-any -- the oracle reads payloads as they lie in the log
type Payload = any;

/** Lines `label document passages·occurrences·pending`, empty document for the project; zero lines left out. */
export function recount(events: readonly ListedEvent[], text: (document: string) => string): readonly string[] {
  const documents = new Map<string, number>();
  const tags = new Map<string, Tag>();
  for (const { type, payload } of events) apply(type, payload, documents, tags, text);

  const lines: string[] = [];
  const labels = new Set([...tags.values()].map(({ label }) => label));
  for (const label of labels) {
    for (const scope of ['', ...documents.keys()]) {
      const counted = new Set<string>();
      const passages = new Set<string>();
      const pending = new Set<string>();
      for (const tag of tags.values()) {
        if (!tag.live || tag.label !== label) continue;
        for (const place of tag.places) {
          if ((documents.get(place.document) ?? 0) <= 0) continue;
          if (scope !== '' && place.document !== scope) continue;
          const key = `${tag.passage}/${place.document}/${bareRanges(text(place.document), place)}`;
          const isCounted =
            place.verdict === 'attached' || (place.verdict === null && ['exact', 'edited'].includes(place.status));
          if (isCounted) {
            counted.add(key);
            passages.add(tag.passage);
          } else if (place.verdict === null) pending.add(key);
        }
      }
      const waiting = [...pending].filter((key) => !counted.has(key)).length;
      if (counted.size + waiting > 0) lines.push(`${label} ${scope} ${passages.size}·${counted.size}·${waiting}`);
    }
  }
  return lines.toSorted();
}

/** Where the words of a place begin and end: letters, digits and their marks, found by trying from either side. */
function bare(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const words = /[\p{L}\p{N}\p{M}](.*[\p{L}\p{N}\p{M}])?/su.exec(text.slice(start, end));
  return words === null ? `${start}-${end}` : `${start + words.index}-${start + words.index + words[0].length}`;
}

/** The same of every range of a place that something was put into. */
function bareRanges(
  text: string,
  { start, end, ranges = [{ start, end }] }: Omit<Place, 'verdict' | 'status'>,
): string {
  return ranges.map((range) => bare(text, range)).join(' and ');
}

function apply(
  type: string,
  payload: Payload,
  documents: Map<string, number>,
  tags: Map<string, Tag>,
  text: (document: string) => string,
): void {
  const tag = tags.get(payload.annotation);
  const at = (place: Payload) =>
    tag?.places.find(({ document, start }) => document === place.document && start === place.start);
  const put = (place: Payload, verdict: string | null) => {
    if (at(place) === undefined) tag?.places.push({ ...place, verdict });
  };
  const drop = (place: Payload) => {
    const found = at(place);
    if (found !== undefined) tag?.places.splice(tag.places.indexOf(found), 1);
  };
  if (type === 'document-imported' || type === 'document-restored') {
    const standing = documents.get(payload.document);
    if (type === 'document-imported' || standing !== undefined) documents.set(payload.document, (standing ?? 0) + 1);
  } else if (type === 'document-removed') {
    documents.set(payload.document, Math.max(0, (documents.get(payload.document) ?? 0) - 1));
  } else if (type === 'annotation-tagged' && tag === undefined) {
    let passage = payload.annotation as string;
    for (const other of tags.values()) {
      const own = bare(text(payload.document), payload);
      const same = other.places.some(
        (place) => place.document === payload.document && bareRanges(text(place.document), place) === own,
      );
      if (same) {
        ({ passage } = other);
        break;
      }
    }
    const places = payload.occurrences.map((place: Payload) => ({ ...place, verdict: null }));
    tags.set(payload.annotation, { label: payload.label, passage, live: true, places });
  } else if (type === 'annotation-removed' && tag) tag.live = false;
  else if (type === 'annotation-restored' && tag) tag.live = true;
  else if (type === 'occurrences-found') for (const place of payload.occurrences) put(place, null);
  else if (type === 'occurrences-withdrawn') for (const place of payload.occurrences) drop(place);
  else if (type === 'occurrence-forgotten') drop(payload.occurrence);
  else if (type === 'occurrence-judged') {
    const found = at(payload.occurrence);
    if (found === undefined) put(payload.occurrence, payload.verdict);
    else found.verdict = payload.verdict;
  }
}
