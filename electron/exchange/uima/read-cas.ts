/**
 * What a CAS says, ours or another program's. Every structure that is indexed in the first view and has a `begin` and
 * an `end` is a span, with these exceptions: `DocumentAnnotation` and `DocumentMetaData` are the document; `Token` and
 * `Sentence`, of whatever package, are how a program counts and nothing that anybody found in the text, so that they are
 * left out, which is told where there is nothing else.
 *
 * A span of another program bears as its label what its feature `label` says, else `value` (as NamedEntity of DKPro has
 * it), else the short name of its type.
 */
import { rangeBreak } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { offsetReader, type OffsetReader } from '../set/counting.ts';
import { notImported, problem, type ReadDocument, type ReadItem, type ReadSpan } from '../set/read-document.ts';
import { readSaid } from '../set/said.ts';
import {
  flagFeature,
  numberFeature,
  referredId,
  referredIds,
  shortName,
  sofaType,
  textFeature,
  type Cas,
  type FeatureStructure,
} from './cas.ts';
import { documentType, fragmentType, spanType } from './types.ts';

const ofDocument = new Set(['DocumentAnnotation', 'DocumentMetaData']);
const ofCounting = new Set(['Token', 'Sentence']);

/** @param file for messages, and for a document without a name */
export function* readCas(cas: Cas, file: string): Generator<ReadItem> {
  const all = [...cas.structures.values()];
  const sofas = all.filter(({ type }) => type === sofaType);
  const sofa = sofas.find((one) => textFeature(one, 'sofaID') === '_InitialView') ?? sofas[0];
  if (sofa === undefined) return yield problem(file, 'it has no text: there is no Sofa in it');
  for (const other of sofas)
    if (other !== sofa)
      yield notImported(file, `its view “${textFeature(other, 'sofaID') ?? other.id}” is not the first`);
  const members = cas.views.find((view) => view.sofa === sofa.id)?.members;
  const indexed = members === undefined ? all : all.filter(({ id }) => members.has(id));
  const isHere = (one: FeatureStructure): boolean =>
    one.type !== fragmentType && (referredId(one, 'sofa') ?? sofa.id) === sofa.id;
  const placed = indexed.filter((one) => one.features.has('begin') && one.features.has('end') && isHere(one));
  const found = placed.filter(({ type }) => !ofDocument.has(shortName(type)) && !ofCounting.has(shortName(type)));
  const counting = placed.filter(({ type }) => ofCounting.has(shortName(type))).length;
  if (found.length === 0 && counting > 0)
    yield notImported(file, `it has nothing but tokens and sentences (${counting})`);

  const text = textFeature(sofa, 'sofaString') ?? null;
  const fragments = { left: cas.structures.size };
  const names = new Map<string, string>();
  const spans: ReadSpan[] = [];
  const toFrozen = offsetReader(text ?? '', { unit: 'utf-16', lineEnds: 'as written' });
  for (const one of found) {
    const where = `structure ${one.id} of ${file}`;
    const ranges = rangesOf(cas, one, fragments);
    if (typeof ranges === 'string') {
      yield problem(where, ranges);
      continue;
    }
    const span = one.type === spanType ? ownSpan(one, where) : foreignSpan(one, where, text === null ? null : toFrozen);
    if (span.labelName !== undefined) names.set(span.label, span.labelName);
    spans.push(ranges.length === 0 ? span : { ...span, ranges });
  }
  if (names.size > 0) yield { type: 'labels', labels: [...names].map(([label, name]) => ({ label, name, key: '' })) };
  const known = all.find(({ type }) => type === documentType);
  const said = known === undefined ? foreignDocument(all, file) : ownDocument(known);
  yield {
    type: 'document',
    document: { ...said, where: file, text, unit: 'utf-16', otherUnits: ['code-point'], join: rangeBreak, spans },
  };
}

/**
 * Empty for a span of one piece; or why the ranges cannot be told.
 * @param fragments how many may still be referred to: each belongs to one span, and a list of many would else be walked
 * for every span that names it
 */
function rangesOf(cas: Cas, span: FeatureStructure, fragments: { left: number }): readonly Span[] | string {
  if (!span.features.has('fragments')) return [];
  const ids = fragments.left < 0 ? [] : referredIds(cas, span, 'fragments');
  fragments.left -= ids.length;
  if (fragments.left < 0) return 'its fragments are those of other spans, too';
  const there = ids.map((id) => cas.structures.get(id)).filter((fragment) => fragment !== undefined);
  if (there.length < ids.length) return 'it refers to a fragment that is not there';
  return there.map((fragment) => spanOf(fragment));
}

function spanOf(one: FeatureStructure): Span {
  return { start: numberFeature(one, 'begin') ?? Number.NaN, end: numberFeature(one, 'end') ?? Number.NaN };
}

function ownSpan(one: FeatureStructure, where: string): ReadSpan {
  const text = (name: string): string => textFeature(one, name) ?? '';
  const { start, end } = spanOf(one);
  return {
    where,
    start,
    end,
    quote: textFeature(one, 'quote') ?? null,
    label: text('label') === '' ? shortName(one.type) : text('label'),
    labelName: textFeature(one, 'labelName'),
    ...readSaid({
      ...Object.fromEntries(one.features),
      coverage: numberFeature(one, 'coverage'),
      own: flagFeature(one, 'own'),
    }),
    counted: flagFeature(one, 'counted'),
  };
}

/**
 * No words stand beside the offsets of others, but there is no doubt about what these count: the place in UTF-16 units is
 * given along, so that no other counting is tried.
 */
function foreignSpan(one: FeatureStructure, where: string, toFrozen: OffsetReader | null): ReadSpan {
  const { start, end } = spanOf(one);
  const said = [textFeature(one, 'label'), textFeature(one, 'value')].find((value) => (value ?? '').trim() !== '');
  const span: ReadSpan = { where, start, end, quote: null, label: said ?? shortName(one.type) };
  return toFrozen === null
    ? span
    : { ...span, utf16: { start: toFrozen(start) ?? Number.NaN, end: toFrozen(end) ?? Number.NaN } };
}

type Known = Pick<ReadDocument, 'id' | 'name' | 'title' | 'source' | 'author' | 'date' | 'url' | 'group'>;

function ownDocument(known: FeatureStructure): Known {
  const text = (name: keyof Known): string => textFeature(known, name) ?? '';
  return {
    id: text('id'),
    name: text('name'),
    title: text('title'),
    source: text('source'),
    author: text('author'),
    date: text('date'),
    url: text('url'),
    group: text('group'),
  };
}

function foreignDocument(all: readonly FeatureStructure[], file: string): Known {
  const known = all.find(({ type }) => shortName(type) === 'DocumentMetaData');
  const text = (name: string): string => (known === undefined ? undefined : textFeature(known, name)) ?? '';
  const id = text('documentId');
  const uri = text('documentUri');
  const fileName = file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:json|xmi|xml)$/iu, '');
  return {
    id,
    name: id === '' ? fileName : id,
    title: text('documentTitle'),
    url: /^https?:\/\//iu.test(uri) ? uri : '',
  };
}
