import type {
  AnnotatedDocument,
  AnnotatedOccurrence,
  AnnotatedPassage,
  AnnotatedSet,
} from '#shared/domain/annotated-set.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import { documentTexts, type DocumentTexts } from '../document-texts.ts';
import { isOwn } from '../kept-annotation.ts';
import type { Line, LineAnnotation, LineOccurrence } from './line.ts';

/** One line a document, in the order of the set. */
export function* serializeJsonl(set: AnnotatedSet): Generator<string> {
  const texts = documentTexts(set);
  const labelNames = new Map(set.labels.map(({ label, name }) => [label, name]));
  const inDocument = annotationsByDocument(set);
  for (const document of set.documents) {
    const annotations = (inDocument.get(document.id) ?? []).map((annotation) =>
      lineAnnotation(annotation, document, labelNames.get(annotation.label) ?? annotation.label, texts),
    );
    const { id, name, title, text, sha256 } = document;
    const line: Line = { id, name, title, text, sha256, annotations };
    yield `${escapeLineSeparators(JSON.stringify(line))}\n`;
  }
}

function annotationsByDocument(set: AnnotatedSet): ReadonlyMap<string, readonly AnnotatedPassage[]> {
  const inDocument = new Map<string, AnnotatedPassage[]>();
  for (const annotation of set.annotations) {
    for (const document of new Set(annotation.occurrences.map((occurrence) => occurrence.document))) {
      const known = inDocument.get(document);
      if (known === undefined) inDocument.set(document, [annotation]);
      else known.push(annotation);
    }
  }
  return inDocument;
}

function lineAnnotation(
  annotation: AnnotatedPassage,
  document: AnnotatedDocument,
  labelName: string,
  texts: DocumentTexts,
): LineAnnotation {
  const { id, passage, label, annotator, note, made } = annotation;
  const lineOccurrences = (isWanted: (occurrence: AnnotatedOccurrence) => boolean): readonly LineOccurrence[] =>
    annotation.occurrences
      .filter(isWanted)
      .map((occurrence) => lineOccurrence(occurrence, isOwn(annotation, occurrence), texts));
  return {
    id,
    passage,
    label,
    label_name: labelName,
    annotator,
    note,
    made,
    occurrences: lineOccurrences((occurrence) => occurrence.document === document.id),
    other_occurrences: lineOccurrences((occurrence) => occurrence.document !== document.id),
  };
}

function lineOccurrence(occurrence: AnnotatedOccurrence, own: boolean, texts: DocumentTexts): LineOccurrence {
  const { document, toCodePoints } = texts(occurrence.document);
  const { status, coverage, counted, reason } = occurrence;
  return {
    document: document.name,
    document_id: document.id,
    ...toCodePoints(occurrence),
    start_utf16: occurrence.start,
    end_utf16: occurrence.end,
    ranges: (occurrence.ranges ?? []).map((range) => ({
      ...toCodePoints(range),
      start_utf16: range.start,
      end_utf16: range.end,
    })),
    status,
    coverage,
    counted,
    own,
    reason,
    quote: wordingOf(document.text, occurrence),
  };
}

/** JSON may hold the line separators of Unicode as they are, but many a reader splits lines at them. */
function escapeLineSeparators(json: string): string {
  return json.replace(
    /[\u0085\u2028\u2029]/g,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
