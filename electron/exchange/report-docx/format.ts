import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import { reportHolding } from '../report/holding.ts';
import type { FittedDocument, SetFormat } from '../set/format.ts';
import { checkDocxReport } from './check.ts';
import { unwritableCharacters } from './word-xml.ts';
import { writeDocxReport } from './write.ts';

export const docxReportFormat: SetFormat = {
  title: 'Word report',
  purpose: 'the texts with their highlights, notes as comments',
  endings: ['.docx'],
  layout: 'archive',
  textOptional: false,
  holds: reportHolding,
  fit: fitToXml,
  write: writeDocxReport,
  check: checkDocxReport,
};

/** XML has no place for most control characters: each stands there as U+FFFD. */
function fitToXml(document: AnnotatedDocument): FittedDocument {
  const losses = shownOf(document).flatMap((text) =>
    unwritableCharacters(text).map((found) => ({ kind: 'character' as const, example: codeOf(found) })),
  );
  return { document, losses };
}

function shownOf({ name, title, source, author, date, url, text, occurrences }: AnnotatedDocument): readonly string[] {
  const said = occurrences.flatMap(({ annotator, note, made, reason }) => [annotator, note, made, reason]);
  return [name, title, source, author, date, url, text, ...said];
}

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
