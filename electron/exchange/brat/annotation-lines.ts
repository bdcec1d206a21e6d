/** The lines of a .ann file: text-bound annotations with what the other lines say of them. */
import type { Span } from '#shared/text/span.ts';
import { readSaid, isStatus, type Said } from '../set/said.ts';
import { recordOf } from '../set/described.ts';
import { parseJson } from '../set/json.ts';
import { notImported, problem, type ReadProblem } from '../set/read-document.ts';

export interface TextBound {
  readonly id: string;
  readonly type: string;
  /** In the file's unit, as it says. */
  readonly fragments: readonly Span[];
  readonly words: string;
}

export interface AnnotationLines {
  readonly take: (line: string, number: number) => void;
  readonly annotations: readonly TextBound[];
  /** What is said of an annotation, by its id. */
  readonly said: (id: string) => Said & { readonly label?: string; readonly ranges?: readonly Span[] };
  /** What our note on the document says. */
  readonly document: () => Readonly<Record<string, unknown>>;
  /** To be asked when all lines are taken: notes may stand before what they are on. */
  readonly problems: () => readonly ReadProblem[];
}

const notes = { plain: 'AnnotatorNotes', ours: 'Variorum', onDocument: 'document' } as const;
const kinds: Readonly<Record<string, string>> = {
  R: 'a relation',
  E: 'an event',
  A: 'an attribute',
  M: 'an attribute',
  N: 'a normalisation',
  '*': 'an equivalence',
  '#': 'a note',
};

export function createAnnotationLines(file: string): AnnotationLines {
  const annotations: TextBound[] = [];
  const ids = new Set<string>();
  const plain = new Map<string, string[]>();
  const ours = new Map<string, Readonly<Record<string, unknown>>>();
  const statuses = new Map<string, NonNullable<Said['status']>>();
  const problems: ReadProblem[] = [];
  /** Notes and states of what is no text-bound annotation are not imported; which those are is known at the end. */
  const onWhat: { readonly id: string; readonly problem: ReadProblem }[] = [];

  const takeTextBound = (id: string, data: string, words: string, where: string): void => {
    const [, type, places] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*) *$/u.exec(data) ?? [];
    if (type === undefined || places === undefined) {
      problems.push(problem(where, `${id} has no type and offsets such as “Claim 2 10”`));
      return;
    }
    if (ids.has(id)) {
      problems.push(problem(where, `${id} is there twice; the second is left out`));
      return;
    }
    ids.add(id);
    const fragments = places.split(';').map((place) => {
      const [start = Number.NaN, end = Number.NaN] = place.split(' ').map(Number);
      return { start, end };
    });
    annotations.push({ id, type, fragments, words });
  };

  const takeNote = (id: string, data: string, text: string, where: string): void => {
    const [type = '', target = ''] = data.trim().split(' ');
    const what = notImported(where, `${id} is a note (${type}) on ${target}`);
    if (type === notes.ours) {
      const value = parseJson(text);
      if (value.ok) ours.set(target, recordOf(value.value));
      else problems.push(problem(where, `${id} is a note of ours and has been changed: ${value.error}`));
    } else if (type === notes.plain) {
      plain.set(target, [...(plain.get(target) ?? []), text]);
      onWhat.push({ id: target, problem: what });
    } else problems.push(what);
  };

  return {
    annotations,
    take: (line, number) => {
      const where = `${file}, line ${number}`;
      const [id = '', data = '', ...rest] = line.split('\t');
      const text = rest.join('\t');
      const [, kind = ''] = /^([TREAMN](?=\d)|\*$|#(?=[A-Za-z]*\d))/u.exec(id) ?? [];
      if (kind === '' || data === '') problems.push(problem(where, 'no annotation of brat, such as “T1⇥Claim 2 10⇥…”'));
      else if (kind === 'T') takeTextBound(id, data, text, where);
      else if (kind === '#') takeNote(id, data, text, where);
      else {
        const [type = '', target = '', value] = data.split(' ');
        const what = notImported(where, `${id} is ${kinds[kind] ?? 'unknown'} (${type})`);
        if (kind === 'A' && type === 'Status' && isStatus(value)) {
          statuses.set(target, value);
          onWhat.push({ id: target, problem: what });
        } else problems.push(what);
      }
    },
    said: (id) => {
      const found = ours.get(id) ?? {};
      const { label, ranges } = found;
      const status = statuses.get(id);
      const note = plain.get(id)?.join('\n');
      return {
        ...(note === undefined ? {} : { note }),
        ...readSaid(found),
        ...(status === undefined ? {} : { status }),
        ...(typeof label === 'string' ? { label } : {}),
        ...(isRanges(ranges) ? { ranges: ranges.map(([start = 0, end = 0]) => ({ start, end })) } : {}),
      };
    },
    document: () => ours.get(notes.onDocument) ?? {},
    problems: () => [...problems, ...onWhat.filter(({ id }) => !ids.has(id)).map(({ problem }) => problem)],
  };
}

function isRanges(value: unknown): value is readonly (readonly number[])[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (range: unknown) => Array.isArray(range) && range.length === 2 && range.every((at) => Number.isSafeInteger(at)),
    )
  );
}
