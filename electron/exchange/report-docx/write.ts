import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { createReport } from '../report/report.ts';
import { reportTitle } from '../report/wording.ts';
import type { SetFile } from '../set/format.ts';
import { batched } from './batched.ts';
import { commentsPart } from './comments.ts';
import { documentPart } from './document.ts';
import { contentTypes, coreProperties, documentRelations, packageRelations, stylesheet } from './parts.ts';

/** Part after part as they are asked for, document by document: however large the report, little of it is held. */
export function* writeDocxReport(set: AnnotatedSet): Generator<SetFile> {
  const report = createReport(set);
  yield { path: '[Content_Types].xml', chunks: [contentTypes] };
  yield { path: '_rels/.rels', chunks: [packageRelations] };
  yield { path: 'docProps/core.xml', chunks: [coreProperties(reportTitle(report))] };
  yield { path: 'word/_rels/document.xml.rels', chunks: [documentRelations] };
  yield { path: 'word/styles.xml', chunks: [stylesheet] };
  yield { path: 'word/document.xml', chunks: batched(documentPart(report)) };
  yield { path: 'word/comments.xml', chunks: batched(commentsPart(report)) };
}
