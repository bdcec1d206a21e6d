/** The regions of a task: items of a `result`, or of a label's list in the short form (JSON_MIN). */
import { recordOf } from '../set/described.ts';
import type { Part } from '../set/parts.ts';
import { notImported, problem, type ReadProblem } from '../set/read-document.ts';
import { readSaid, type Said } from '../set/said.ts';

type Json = Readonly<Record<string, unknown>>;

/** A span for each label. @param said of all regions of the annotation, where a region does not say otherwise */
export function readRegion(region: Json, where: string, said: Said): readonly (Part | ReadProblem)[] {
  const value = 'value' in region ? recordOf(region['value']) : region;
  const { type } = region;
  const kind = typeof type === 'string' ? type : 'labels';
  const labels = [value['labels'], value['hypertextlabels']].find((one) => Array.isArray(one));
  if (labels === undefined) return [notImported(where, `it is of the type “${kind}”`)];
  const place = placeOf(value);
  if (place === null) return [problem(where, 'it has no start and end in the text')];
  const names = labels.filter((label: unknown): label is string => typeof label === 'string' && label !== '');
  if (names.length === 0) return [problem(where, 'it bears no label')];
  const meta = recordOf(region['meta']);
  const { text: words } = value;
  const notes = [meta['text']].flat().filter((note): note is string => typeof note === 'string');
  const { occurrence } = meta;
  return names.map((label) => ({
    mark: typeof occurrence === 'number' ? occurrence : undefined,
    span: {
      where,
      ...place,
      quote: typeof words === 'string' ? words : null,
      label,
      ...said,
      ...(notes.length === 0 ? {} : { note: notes.join('\n') }),
      ...readSaid(meta),
    },
  }));
}

/**
 * Offsets in a page are paths in its markup, and `globalOffsets` count what is shown of it: that is the text if the
 * words say so, and they are to be there.
 */
function placeOf(value: Json): { readonly start: number; readonly end: number } | null {
  const shown = value['globalOffsets'];
  const { start, end } = typeof value['start'] === 'string' && 'text' in value ? recordOf(shown) : value;
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : null;
}
