/** What a TEI file says of its text, put in place. */
import { createOffsetTable, type OffsetTable } from '#shared/text/offsets.ts';
import { rangeBreak } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { offsetReader, type OffsetReader } from '../set/counting.ts';
import { problem, type ReadProblem, type ReadSpan } from '../set/read-document.ts';
import { readSaid } from '../set/said.ts';
import { readField } from '../xml/escape.ts';
import { idOf, pointersIn, readPointer } from './pointer.ts';
import type { TeiFile, TeiSpan } from './tei-file.ts';

export const join = rangeBreak;

/**
 * A span bears the labels whose categories its `ana` points at; where that is no category of the file the name in the
 * pointer is the label, and where there is no `ana` its `type` is. A `seg` with neither is no annotation.
 */
export function spansOf(tei: TeiFile, file: string): readonly (ReadSpan | ReadProblem)[] {
  const places = createPlaces(tei);
  const toFrozen = offsetReader(tei.text, { unit: 'utf-16', lineEnds: 'as written' });
  const byId = new Map(tei.spans.map((span) => [span.id, span]));
  const done = new Set<TeiSpan>();
  return tei.spans.flatMap((span): readonly (ReadSpan | ReadProblem)[] => {
    const labels = labelsOf(span, tei);
    if (done.has(span) || labels.length === 0 || byId.has(nameOf(span.prev))) return [];
    const where = `line ${span.line} of ${file}`;
    const ranges: Span[] = [];
    for (
      let part: TeiSpan | undefined = span;
      part !== undefined && !done.has(part);
      part = byId.get(nameOf(part.next))
    ) {
      done.add(part);
      const found = places(part);
      if (typeof found === 'string') return [problem(where, found)];
      ranges.push(...found);
    }
    return labels.map((label) => readSpan(span, label, ranges, where, tei, toFrozen));
  });
}

function nameOf(pointer: string): string {
  // No element has an empty id that anything could point at.
  return pointer === '' ? '#' : idOf(pointer);
}

function labelsOf({ ana, type, element, group }: TeiSpan, { categories, features }: TeiFile): readonly string[] {
  const pointed = pointersIn(ana).map(idOf);
  const known = pointed.flatMap((id) => categories.get(id)?.label ?? []);
  if (known.length > 0) return known;
  const named = pointed.filter((id) => !features.has(id));
  if (named.length > 0) return named;
  if (type !== '') return [type];
  if (element === 'seg' || element === 'interp') return [];
  return [group === '' || group === 'text' || group === 'annotation' ? 'span' : group];
}

/** The ranges that a span stands in, or why they cannot be told. */
function createPlaces({ places, text }: TeiFile): (span: TeiSpan) => readonly Span[] | string {
  let table: OffsetTable | undefined;
  const pointed = (written: string): Span | string => {
    const pointer = readPointer(written);
    if (pointer === null) return `the pointer “${written}” is none that is followed`;
    const place = places.get(pointer.id);
    if (place === undefined) return `it points at “${pointer.id}”, which is not in the text`;
    if (pointer.type === 'element') return place;
    table ??= createOffsetTable(text);
    const start = table.toCodePoint(place.start);
    const found = start.ok ? table.toUtf16(start.value + pointer.index) : start;
    return found.ok ? { start: found.value, end: found.value } : `“${written}” lies outside of the text`;
  };
  return ({ from, to, target, place }) => {
    if (from === '' && target === '') return place === null ? 'it does not say where it stands' : [place];
    const pointers = from === '' ? pointersIn(target) : [from];
    const found = pointers.map(pointed);
    const wrong = found.find((one) => typeof one === 'string');
    if (wrong !== undefined) return wrong;
    const spans = found.filter((one) => typeof one !== 'string');
    const end = from === '' || to === '' ? undefined : pointed(to);
    if (typeof end === 'string') return end;
    const [first] = spans;
    return end === undefined || first === undefined
      ? spans.toSorted((a, b) => a.start - b.start)
      : [{ start: first.start, end: end.end }];
  };
}

/**
 * There is no doubt about places between anchors: they are given in UTF-16 units of the frozen text, too, so that no
 * other counting is tried.
 */
function readSpan(
  span: TeiSpan,
  label: string,
  ranges: readonly Span[],
  where: string,
  tei: TeiFile,
  toFrozen: OffsetReader,
): ReadSpan {
  const start = ranges[0]?.start ?? Number.NaN;
  const end = ranges.at(-1)?.end ?? Number.NaN;
  const said = pointersIn(span.ana)
    .map((pointer) => tei.features.get(idOf(pointer)))
    .find((found) => found !== undefined);
  const [person] = pointersIn(span.resp);
  const annotator = person === undefined ? undefined : (tei.people.get(idOf(person)) ?? idOf(person));
  const noted = tei.notes.get(`#${span.id}`) ?? span.text;
  const note = tei.isOwn ? readField(noted) : noted.replaceAll(/\s+/gu, ' ').trim();
  const utf16 = { start: toFrozen(start) ?? Number.NaN, end: toFrozen(end) ?? Number.NaN };
  return {
    where,
    start,
    end,
    utf16,
    quote: null,
    label,
    note,
    ...(ranges.length > 1 ? { ranges } : {}),
    ...(annotator === undefined ? {} : { annotator }),
    ...(tei.isOwn ? { counted: span.group !== 'uncounted' } : {}),
    ...(said === undefined ? {} : readSaid(said)),
  };
}
