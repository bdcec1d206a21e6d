import type { AnnotatedDocument, AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import { sofaType, type Cas, type FeatureStructure, type FeatureValue } from './cas.ts';
import { documentAnnotationType, documentType, fragmentType, spanType } from './types.ts';

/** The document as a CAS of one view. Features that would be empty are left out. */
export function casOfDocument(document: AnnotatedDocument, names: ReadonlyMap<string, string>): Cas {
  const { id, name, title, text, source, author, date, url, group, occurrences } = document;
  const structures = new Map<string, FeatureStructure>();
  const members = new Set<string>();
  const add = (type: string, features: Readonly<Record<string, FeatureValue>>): string => {
    const number = String(structures.size + 1);
    structures.set(number, { id: number, type, features: new Map(Object.entries(features)) });
    return number;
  };
  const sofa = add(sofaType, { sofaNum: 1, sofaID: '_InitialView', mimeType: 'text/plain', sofaString: text });
  const inText = { sofa: { to: [sofa] } };
  members.add(add(documentAnnotationType, { ...inText, begin: 0, end: text.length, language: 'x-unspecified' }));
  members.add(add(documentType, said({ id, name, title, source, author, date, url, group })));
  for (const occurrence of occurrences) {
    const { start, end, ranges = [] } = occurrence;
    const to = ranges.map((range) => add(fragmentType, { ...inText, begin: range.start, end: range.end }));
    const span = { ...inText, begin: start, end, ...saidOf(occurrence, text, names) };
    members.add(add(spanType, to.length === 0 ? span : { ...span, fragments: { to } }));
  }
  return { structures, views: [{ sofa, members }] };
}

function saidOf(
  occurrence: AnnotatedOccurrence,
  text: string,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, FeatureValue>> {
  const { label, annotator, note, made, annotation, passage, status, coverage, counted, own, reason } = occurrence;
  const labelName = names.get(label) ?? label;
  const quote = wordingOf(text, occurrence);
  const texts = said({ labelName, annotator, note, made, annotation, passage, status, reason, quote });
  return { label, ...texts, coverage, counted, own };
}

function said(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
