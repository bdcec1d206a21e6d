/** Selections as spans: one for each code, and one for all selections that are ranges of one occurrence. */
import { rangeBreak } from '#shared/domain/occurrence.ts';
import { recordOf } from '../set/described.ts';
import { parseJson } from '../set/json.ts';
import type { ReadSpan } from '../set/read-document.ts';
import { readSaid, type Said } from '../set/said.ts';
import { readField } from '../xml/escape.ts';
import type { ProjectIndex } from './project-index.ts';
import type { ProjectSelection } from './project-text.ts';
import { rangesNoteName } from './selection.ts';

/**
 * @param isQuoted whether the name of a selection is the words that it covers
 */
export function spansOf(
  selections: readonly ProjectSelection[],
  index: ProjectIndex,
  file: string,
  isQuoted: (selection: ProjectSelection) => boolean,
): readonly ReadSpan[] {
  const spans: ReadSpan[] = [];
  /** The place in `spans` of what a note of ranges has begun. */
  const begun = new Map<string, number>();
  for (const selection of selections) {
    const quote = isQuoted(selection) ? readField(selection.name) : null;
    const { start, end } = selection;
    const group = selection.notes.find((guid) => index.isOwn && index.notes.get(guid)?.name === rangesNoteName);
    const known = group === undefined ? undefined : begun.get(group);
    const first = known === undefined ? undefined : spans[known];
    if (known !== undefined && first !== undefined) {
      const ranges = [...(first.ranges ?? [{ start: first.start, end: first.end }]), { start, end }];
      const whole = first.quote === null || quote === null ? null : `${first.quote}${rangeBreak}${quote}`;
      spans[known] = { ...first, ranges, end, quote: whole };
      continue;
    }
    if (group !== undefined) begun.set(group, spans.length);
    const where = `line ${selection.line} of ${file}`;
    const said = saidOf(selection, index);
    for (const code of selection.codes) {
      const label = index.labels.get(code);
      if (label !== undefined) spans.push({ where, start, end, quote, ...said, label: label.label });
    }
  }
  return spans;
}

function saidOf({ user, coder, made, notes, description }: ProjectSelection, index: ProjectIndex): Said {
  const written = readField(description).trim();
  const json = index.isOwn && written.startsWith('{') ? parseJson(written) : undefined;
  const texts = notes
    .map((guid) => index.notes.get(guid))
    .filter((note) => note !== undefined && !(index.isOwn && note.name === rangesNoteName))
    .map((note) => readField(note?.text ?? ''));
  const remarks = index.isOwn || written === '' ? texts : [...texts, written];
  const annotator = index.users.get(user === '' ? coder : user);
  return {
    ...(annotator === undefined ? {} : { annotator }),
    ...(remarks.length === 0 ? {} : { note: remarks.join('\n\n') }),
    made: timeOf(made),
    ...(json?.ok === true ? readSaid(recordOf(json.value)) : {}),
  };
}

/** A time without its zone is no time. */
function timeOf(written: string): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(written)) return written;
  const time = /[+-]\d\d:\d\d$/u.test(written) ? new Date(written) : null;
  return time === null || Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
