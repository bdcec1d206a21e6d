/** The documents of a set by id, each with the table that turns its offsets into code points and back. */
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { createOffsetTable, type OffsetTable } from '#shared/text/offsets.ts';
import type { Span } from '#shared/text/span.ts';

export interface TextOfDocument {
  readonly document: AnnotatedDocument;
  /** The span in code points. Throws where it is no span of the text: sets hold only checked ones. */
  readonly toCodePoints: (span: Span) => Span;
}

export type DocumentTexts = (id: string) => TextOfDocument;

/** Throws for a document that is not in the set: a set is closed in itself. */
export function documentTexts(set: AnnotatedSet): DocumentTexts {
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  const texts = new Map<string, TextOfDocument>();
  return (id) => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const document = documents.get(id);
    if (document === undefined) throw new Error(`The set has an occurrence in a document that it lacks: ${id}`);
    const table = createOffsetTable(document.text);
    const text: TextOfDocument = {
      document,
      toCodePoints: ({ start, end }) => ({ start: codePoint(table, start), end: codePoint(table, end) }),
    };
    texts.set(id, text);
    return text;
  };
}

function codePoint(table: OffsetTable, offset: number): number {
  const converted = table.toCodePoint(offset);
  if (!converted.ok) throw new Error(`${converted.error.type}: ${offset} of ${converted.error.length}`);
  return converted.value;
}
