import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import { reportHolding } from '../report/holding.ts';
import type { FittedDocument, SetFormat } from '../set/format.ts';
import { checkPdfReport } from './check.ts';
import { missingIn } from './coverage.ts';
import { writePdfReport } from './write.ts';

export const pdfReportFormat: SetFormat = {
  title: 'PDF report',
  purpose: 'the texts with their highlights and numbered notes, to read, to print and to keep',
  endings: ['.pdf'],
  layout: 'file',
  textOptional: false,
  holds: reportHolding,
  fit: fitToFonts,
  write: writePdfReport,
  check: checkPdfReport,
};

/** The fonts have Latin, Greek and Cyrillic: of other scripts ¤ stands for each character. */
function fitToFonts(document: AnnotatedDocument): FittedDocument {
  const losses = missingIn(document).map((example) => ({ kind: 'glyph' as const, example }));
  return { document, losses };
}
