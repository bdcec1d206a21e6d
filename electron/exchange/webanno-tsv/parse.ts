/** The lines of a WebAnno TSV file as they stand, before offsets are believed. */
import type { Span } from '#shared/text/span.ts';
import { notImported, problem, type ReadProblem } from '../set/read-document.ts';
import type { Said } from '../set/said.ts';
import type { TextLine } from '../set/text-pieces.ts';
import { readAnnotationComment, readDocumentComment, type DocumentComment } from './comment.ts';
import { readText, stackedValues } from './escape.ts';

export interface TsvUnit extends Span {
  readonly line: number;
  readonly form: string;
}

export interface TsvSentence {
  readonly line: number;
  readonly text: string;
  /** Tokens and parts of tokens, as in the file. */
  readonly units: readonly TsvUnit[];
}

export interface TsvAnnotation {
  readonly layer: string;
  /** Of the first that has a value: the feature `label`, or `value`. */
  label: string | null;
  readonly comment: string | null;
  readonly units: TsvUnit[];
}

export interface TsvDocument {
  readonly document: DocumentComment | null;
  readonly comments: ReadonlyMap<string, Said>;
  readonly sentences: readonly TsvSentence[];
  readonly annotations: readonly TsvAnnotation[];
}

interface Layer {
  readonly name: string;
  /** Annotations with a number, which may go over several units. */
  readonly numbered: Map<string, TsvAnnotation>;
  /** Those of the unit that is being read, in the order in which they are stacked. */
  stacked: TsvAnnotation[];
  unit: TsvUnit | null;
}

interface Column {
  readonly layer: Layer;
  readonly isLabel: boolean;
}

/** Takes the lines of one file, one after another; problems come out at once, the document at the end. */
export function createTsvParse(file: string): {
  readonly take: (line: TextLine) => ReadProblem | null;
  readonly end: () => TsvDocument;
} {
  const columns: (Column | null)[] = [];
  const comments = new Map<string, Said>();
  const sentences: { line: number; texts: string[]; units: TsvUnit[] }[] = [];
  const annotations: TsvAnnotation[] = [];
  let document: DocumentComment | null = null;
  let current: (typeof sentences)[number] | null = null;

  const layerLine = (kind: string, declared: string, where: string): ReadProblem | null => {
    const [name = '', ...features] = declared.split('|');
    const named = features.filter((feature) => feature !== '');
    const layer: Layer | null = kind === 'SP' ? { name, numbered: new Map(), stacked: [], unit: null } : null;
    for (const feature of named.length === 0 ? [''] : named)
      columns.push(layer === null ? null : { layer, isLabel: feature === 'label' || feature === 'value' });
    return layer === null ? notImported(where, `“${name}” is a layer of relations or chains`) : null;
  };

  const headerLine = (text: string, where: string, number: number): ReadProblem | null => {
    const layer = /^#T_(SP|RL|CH)=(.*)$/su.exec(text);
    if (layer !== null) return layerLine(layer[1] ?? '', layer[2] ?? '', where);
    if (text.startsWith('#Document=')) document ??= readDocumentComment(text.slice('#Document='.length));
    const annotation = /^#Annotation\[(\d+)\]=(.*)$/su.exec(text);
    if (annotation !== null) {
      const said = readAnnotationComment(annotation[2] ?? '');
      if (said === null) return problem(where, 'what is said of the annotation cannot be read');
      comments.set(annotation[1] ?? '', said);
    }
    if (!text.startsWith('#Text=')) return null;
    if (current === null || current.units.length > 0) {
      current = { line: number, texts: [], units: [] };
      sentences.push(current);
    }
    current.texts.push(readText(text.slice('#Text='.length)));
    return null;
  };

  const annotationOf = (layer: Layer, unit: TsvUnit, number: string | null, stacked: number): TsvAnnotation => {
    if (layer.unit !== unit) {
      layer.unit = unit;
      layer.stacked = [];
    }
    const known = number === null ? layer.stacked[stacked] : layer.numbered.get(number);
    const found = known ?? { layer: layer.name, label: null, comment: number, units: [] };
    if (known === undefined) annotations.push(found);
    if (number !== null) layer.numbered.set(number, found);
    layer.stacked[stacked] = found;
    return found;
  };

  const unitLine = (text: string, where: string, line: number): ReadProblem | null => {
    const [id = '', place = '', form = '', ...cells] = text.split('\t');
    const dash = place.indexOf('-');
    const [start, end] = [place.slice(0, dash), place.slice(dash + 1)];
    if (!/^\d/u.test(id) || !isOffset(start) || !isOffset(end))
      return problem(where, 'it is neither a header nor a token with its place');
    if (current === null) return problem(where, 'no #Text= stands before the token');
    const unit = { start: Number(start), end: Number(end), form, line };
    current.units.push(unit);
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] ?? null;
      const cell = cells[at] ?? '_';
      if (column === null || cell === '_') continue;
      for (const [stacked, { value, id: number }] of stackedValues(cell).entries()) {
        const found = annotationOf(column.layer, unit, number, stacked);
        if (found.units.at(-1) !== unit) found.units.push(unit);
        if (column.isLabel && value !== null && value.trim() !== '') found.label ??= value;
      }
    }
    return cells.length < columns.length ? problem(where, 'it has fewer columns than the header says') : null;
  };

  return {
    take: ({ number, text }) => {
      const where = `line ${number} of ${file}`;
      if (!text.ok) return problem(where, text.error);
      if (text.value === '') {
        current = current !== null && current.units.length === 0 ? current : null;
        return null;
      }
      return text.value.startsWith('#') ? headerLine(text.value, where, number) : unitLine(text.value, where, number);
    },
    end: () => ({
      document,
      comments,
      sentences: sentences.map(({ line, texts, units }) => ({ line, text: texts.join('\n'), units })),
      annotations,
    }),
  };
}

function isOffset(written: string): boolean {
  return /^\d{1,15}$/u.test(written);
}
