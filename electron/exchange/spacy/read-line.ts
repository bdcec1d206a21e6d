/** A record of spaCy or Prodigy: spans of a line, or a Doc as JSON with its entities and its groups of spans. */
import { readDescribed, recordOf } from '../set/described.ts';
import { readLabelNames } from '../set/label-names.ts';
import { joinParts, type Part } from '../set/parts.ts';
import { notImported, problem, type ReadItem, type ReadSpan } from '../set/read-document.ts';
import { readSaid } from '../set/said.ts';

const join = ' … ';

type Json = Readonly<Record<string, unknown>>;

export function* readLine(value: unknown, where: string): Generator<ReadItem> {
  const line = recordOf(value);
  const { text, answer } = line;
  if (typeof text !== 'string') return yield problem(where, 'it has no text');
  // What was rejected in Prodigy is not the annotator's opinion, and what was ignored is nobody's.
  const isAccepted = answer === undefined || answer === 'accept';
  if (!isAccepted) yield notImported(where, `its spans were not accepted (“answer” is ${JSON.stringify(answer)})`);
  const meta = recordOf(line['meta']);
  const annotator = line['_annotator_id'];
  const parts: Part[] = [];
  for (const { entry, place } of isAccepted ? entriesOf(line, where) : []) {
    const span = spanOf(entry, place, typeof annotator === 'string' ? annotator : undefined);
    if (span === null) yield problem(place, 'it has no start, end and label, or counts in tokens alone');
    else parts.push({ mark: typeof entry['occurrence'] === 'number' ? entry['occurrence'] : undefined, span });
  }
  for (const key of ['relations', 'cats']) {
    const found = line[key];
    const count = Array.isArray(found) ? found.length : Object.keys(recordOf(found)).length;
    if (count > 0) yield notImported(where, `it has “${key}” (${count})`);
  }
  const spans = joinParts(parts, join);
  const labels = readLabelNames(
    meta['labels'],
    spans.map(({ label }) => label),
  );
  yield { type: 'labels', labels };
  const described = readDescribed(meta);
  const counting = { unit: 'code-point', otherUnits: ['utf-16', 'byte'], join } as const;
  yield { type: 'document', document: { where, ...described, text, ...counting, spans } };
}

/** The same span may be an entity and in a group. */
function entriesOf(line: Json, where: string): readonly { readonly entry: Json; readonly place: string }[] {
  const { spans, ents } = line;
  const groups: readonly (readonly [string, unknown])[] = Array.isArray(spans)
    ? [['span', spans]]
    : Object.entries(recordOf(spans)).map(([key, group]) => [`span of “${key}”`, group] as const);
  const seen = new Set<string>();
  return [['entity', ents] as const, ...groups].flatMap(([kind, list]) =>
    (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((one, at) => {
      const entry = recordOf(one);
      const key = JSON.stringify([entry['start'], entry['end'], entry['label']]);
      const isKnown = !Array.isArray(spans) && seen.has(key);
      seen.add(key);
      return isKnown ? [] : [{ entry, place: `${kind} ${at + 1} of ${where}` }];
    }),
  );
}

function spanOf(entry: Json, where: string, annotator: string | undefined): ReadSpan | null {
  const { start, end, label, text } = entry;
  if (typeof start !== 'number' || typeof end !== 'number' || typeof label !== 'string' || label === '') return null;
  const quote = typeof text === 'string' ? text : null;
  return { where, start, end, label, quote, ...(annotator === undefined ? {} : { annotator }), ...readSaid(entry) };
}
