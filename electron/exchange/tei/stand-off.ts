/**
 * Occurrences as spans between anchors: `from` and `to` point at anchors in the text, `ana` at the category of the label
 * and at a feature structure with what a span has no attribute for, `resp` at the annotator. The words in a span are its
 * note. Of an occurrence of several ranges each is a span, tied to its neighbours by `next` and `prev`.
 */
import type { AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import { rangesOf } from '#shared/domain/occurrence.ts';
import { saidOf } from '../set/said.ts';
import { elementXml } from './element.ts';

export interface StandOffNames {
  readonly annotatorId: (annotator: string) => string;
  readonly labelId: (label: string) => string;
  /** Of the anchor at an offset, UTF-16. */
  readonly anchorId: (offset: number) => string;
}

export function* standOffXml(occurrences: readonly AnnotatedOccurrence[], names: StandOffNames): Generator<string> {
  if (occurrences.length === 0) return;
  yield '<standOff>\n';
  for (const [type, isCounted] of [
    ['annotation', true],
    ['uncounted', false],
  ] as const) {
    if (!occurrences.some(({ counted }) => counted === isCounted)) continue;
    yield `<spanGrp type="${type}">\n`;
    for (const [at, occurrence] of occurrences.entries())
      if (occurrence.counted === isCounted) yield spansXml(occurrence, at + 1, names);
    yield '</spanGrp>\n';
  }
  for (const [at, occurrence] of occurrences.entries()) yield featuresXml(occurrence, at + 1);
  yield '</standOff>\n';
}

function spansXml(occurrence: AnnotatedOccurrence, number: number, names: StandOffNames): string {
  const { label, annotator, note } = occurrence;
  const ranges = rangesOf(occurrence);
  const ana = [`#${names.labelId(label)}`, ...(hasFeatures(occurrence) ? [`#fs.${number}`] : [])].join(' ');
  const resp = annotator === '' ? '' : `#${names.annotatorId(annotator)}`;
  const isBroken = ranges.length > 1;
  return ranges
    .map(({ start, end }, at) => {
      const attributes = {
        'xml:id': isBroken ? `s.${number}.${at + 1}` : '',
        ana,
        resp,
        from: `#${names.anchorId(start)}`,
        to: `#${names.anchorId(end)}`,
        prev: at === 0 ? '' : `#s.${number}.${at}`,
        next: at === ranges.length - 1 ? '' : `#s.${number}.${at + 2}`,
      };
      return `${elementXml('span', attributes, at === 0 ? note : '')}\n`;
    })
    .join('');
}

function featuresOf(occurrence: AnnotatedOccurrence): readonly (readonly [string, string | number | boolean])[] {
  const { annotator: _, note: __, ...said } = saidOf(occurrence);
  return Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function hasFeatures(occurrence: AnnotatedOccurrence): boolean {
  return featuresOf(occurrence).length > 0;
}

function featuresXml(occurrence: AnnotatedOccurrence, number: number): string {
  const features = featuresOf(occurrence).map(([name, value]) => `<f name="${name}">${valueXml(name, value)}</f>`);
  return features.length === 0 ? '' : `<fs xml:id="fs.${number}" type="occurrence">${features.join('')}</fs>\n`;
}

function valueXml(name: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return `<binary value="${value}"/>`;
  if (typeof value === 'number') return `<numeric value="${value}"/>`;
  return name === 'status' ? `<symbol value="${value}"/>` : elementXml('string', {}, value);
}
