/** Targets of Web Annotations of any program: which document, and where in it. */
import { recordOf } from '../set/described.ts';
import type { ReadDocument, ReadSpan } from '../set/read-document.ts';
import { ownKey, sourceToId } from './iri.ts';

type Json = Readonly<Record<string, unknown>>;

export interface ReadTarget {
  readonly document: Pick<ReadDocument, 'id' | 'name' | 'url' | 'sha256'>;
  /** The same on each of the ranges of one occurrence. */
  readonly mark: string | undefined;
  /** `null` where no stretch of text is selected in a way that is known here. */
  readonly place: Pick<ReadSpan, 'start' | 'end' | 'quote' | 'prefix' | 'suffix'> | null;
  /** What is selected instead: “the whole of http://example.org/page1”. */
  readonly what: string;
}

/** One value may stand for a list of one, everywhere in JSON-LD. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Of a list of targets each is one by itself; of a choice the first is meant. */
export function targetsOf(value: unknown): readonly ReadTarget[] {
  return listOf(value).flatMap((one) => {
    const record = recordOf(one);
    if (!Array.isArray(record['items'])) return [targetOf(one)];
    const items = record['type'] === 'Choice' ? record['items'].slice(0, 1) : record['items'];
    return items.map(targetOf);
  });
}

function targetOf(value: unknown): ReadTarget {
  const record: Json = typeof value === 'string' ? { source: value } : recordOf(value);
  const source = iriOf(record['source'] ?? (record['selector'] === undefined ? record['id'] : undefined));
  const mark = record[ownKey('occurrence')];
  const selectors = listOf(record['selector']);
  return {
    document: documentOf(record, source),
    mark: typeof mark === 'string' ? mark : undefined,
    place: placeOf(selectors),
    what: selectors.length === 0 ? `the whole of ${source ?? 'something'}` : `by ${selectors.map(typeOf).join(', ')}`,
  };
}

function documentOf(record: Json, source: string | undefined): ReadTarget['document'] {
  const id = record[ownKey('id')];
  const { label } = record;
  const sha256 = record[ownKey('sha256')];
  return {
    ...(typeof id === 'string' ? { id } : source === undefined ? {} : { id: sourceToId(source) }),
    ...(typeof label === 'string' ? { name: label } : {}),
    ...(typeof sha256 === 'string' && /^[0-9a-f]{64}$/u.test(sha256) ? { sha256 } : {}),
    ...(source !== undefined && /^https?:/u.test(source) ? { url: source } : {}),
  };
}

/** Selectors of one target select the same in several ways: position and quote prove one another. */
function placeOf(selectors: readonly unknown[]): ReadTarget['place'] {
  let position: { readonly start: number; readonly end: number } | null = null;
  let quote: Json | null = null;
  for (const selector of selectors) {
    const { found, isRefined } = innermost(recordOf(selector));
    if (found['type'] === 'TextQuoteSelector' && typeof found['exact'] === 'string') quote ??= found;
    // What counts from the beginning of a part says nothing of the whole.
    if (found['type'] !== 'TextPositionSelector' || isRefined) continue;
    const { start, end } = found;
    if (typeof start === 'number' && typeof end === 'number') position ??= { start, end };
  }
  if (position === null && quote === null) return null;
  const { exact, prefix, suffix } = quote ?? {};
  return {
    start: position?.start ?? Number.NaN,
    end: position?.end ?? Number.NaN,
    quote: typeof exact === 'string' ? exact : null,
    ...(typeof prefix === 'string' ? { prefix } : {}),
    ...(typeof suffix === 'string' ? { suffix } : {}),
  };
}

/** A selector may be refined by another one, which selects within what the first did. */
function innermost(selector: Json): { readonly found: Json; readonly isRefined: boolean } {
  let found = selector;
  let isRefined = false;
  while (typeof found['refinedBy'] === 'object' && found['refinedBy'] !== null) {
    found = recordOf(listOf(found['refinedBy'])[0]);
    isRefined = true;
  }
  return { found, isRefined };
}

function typeOf(selector: unknown): string {
  const { type } = recordOf(selector);
  return typeof type === 'string' ? type : 'a selector of no known type';
}

/** An IRI stands by itself or as the `id` of an object. */
export function iriOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  const { id } = recordOf(value);
  return typeof id === 'string' && id !== '' ? id : undefined;
}
