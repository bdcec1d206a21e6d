/**
 * brat standoff (brat.nlplab.org/standoff.html): for each document the text (`.txt`) and what is tagged in it (`.ann`).
 * Offsets are code points of the text file, LF at line ends. One line an occurrence:
 *
 *     T1<TAB>claim 2 10<TAB>B claims
 *     A1<TAB>Status T1 edited
 *     #1<TAB>AnnotatorNotes T1<TAB>see page 3
 *     #2<TAB>Variorum T1<TAB>{"annotation":"…","annotator":"Anna",…}
 *
 * The fragments of an occurrence are its ranges, each cut at line ends. What brat has no form for is in the note
 * `Variorum`, as JSON in ASCII: the annotation the occurrence belongs to, its annotator, when it was made, and the
 * ranges where they do not follow from the fragments. What is known of the document is in one such note on `document`.
 */
import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { asciiJson } from '../set/ascii-json.ts';
import { codePoints, type CodePoints } from '../set/code-points.ts';
import { describedOf } from '../set/described.ts';
import { createFileNames } from '../set/file-name.ts';
import type { FittedDocument, SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { saidOf } from '../set/said.ts';
import { configurationName, configurationText, typesOf } from './configuration.ts';
import { areSame, cutAtBreaks, joinAtBreaks, oneLine } from './fragments.ts';
import { bratHolding } from './holding.ts';

export function* writeBrat(set: AnnotatedSet): Generator<SetFile> {
  const types = typesOf(set.labels);
  const names = createFileNames();
  yield { path: configurationName, chunks: [configurationText(set, types)] };
  for (const document of writableDocuments(set, { holds: bratHolding, fit: fitToBrat })) {
    const name = names(document.name.replace(/\.(?:txt|md)$/iu, ''));
    yield { path: `${name}.txt`, chunks: [document.text] };
    yield { path: `${name}.ann`, chunks: [annotationsText(document, types)] };
  }
}

/** An occurrence of line ends alone has no fragment. */
export function fitToBrat(document: AnnotatedDocument): FittedDocument {
  const { text } = document;
  const isBlank = (one: AnnotatedOccurrence): boolean => cutAtBreaks(text, rangesOf(one)).length === 0;
  const blank = document.occurrences.filter(isBlank);
  if (blank.length === 0) return { document, losses: [] };
  return {
    document: { ...document, occurrences: document.occurrences.filter((one) => !isBlank(one)) },
    losses: blank.map(({ start, label }) => ({ kind: 'blank', example: `${label} at ${start} of ${document.name}` })),
  };
}

function annotationsText(document: AnnotatedDocument, types: ReadonlyMap<string, string>): string {
  const offsets = codePoints(document.text);
  const lines = [`#1\tVariorum document\t${asciiJson(describedOf(document))}`];
  let notes = 1;
  let attributes = 0;
  for (const [at, occurrence] of document.occurrences.entries()) {
    const id = `T${at + 1}`;
    const type = types.get(occurrence.label) ?? 'L_';
    const { note, status, ...said } = saidOf(occurrence);
    const fragments = cutAtBreaks(document.text, rangesOf(occurrence));
    const words = fragments.map(({ start, end }) => document.text.slice(start, end)).join(' ');
    lines.push(`${id}\t${type} ${fragments.map((one) => offsetsOf(one, offsets).join(' ')).join(';')}\t${words}`);
    if (status !== undefined) {
      attributes += 1;
      lines.push(`A${attributes}\tStatus ${id} ${status}`);
    }
    const shown = note === undefined ? '' : oneLine(note).trim();
    if (shown !== '') {
      notes += 1;
      lines.push(`#${notes}\tAnnotatorNotes ${id}\t${shown}`);
    }
    const more = {
      ...said,
      ...(note !== undefined && note !== shown ? { note } : {}),
      ...(type === occurrence.label ? {} : { label: occurrence.label }),
      ...rangesBeyond(occurrence, fragments, document.text, offsets),
    };
    if (Object.keys(more).length === 0) continue;
    notes += 1;
    lines.push(`#${notes}\tVariorum ${id}\t${asciiJson(more)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The ranges, where the fragments alone would be read as others. */
function rangesBeyond(
  occurrence: AnnotatedOccurrence,
  fragments: readonly Span[],
  text: string,
  offsets: CodePoints,
): { readonly ranges?: readonly (readonly number[])[] } {
  const ranges = rangesOf(occurrence);
  if (areSame(joinAtBreaks(text, fragments), ranges)) return {};
  return { ranges: ranges.map((range) => offsetsOf(range, offsets)) };
}

function offsetsOf({ start, end }: Span, offsets: CodePoints): readonly [number, number] {
  return [offsets.of(start), offsets.of(end)];
}
