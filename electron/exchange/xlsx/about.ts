/** The sheets “Counts” and “About”: the labels, whose set it is, and what the columns of its occurrences mean. */
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { Column } from '../csv/row.ts';
import type { SetCounts } from '../report/counts.ts';
import { cellLimit } from './long-text.ts';

export const countColumns = ['label', 'name', 'key', 'passages', 'occurrences'] as const;
export const aboutColumns = ['About', 'this workbook'] as const;

/** In the first cells of the rows that name the project. */
export const aboutProject = { id: 'project id', name: 'project' } as const;

const meanings: Readonly<Record<Column, string>> = {
  document: 'Name of the document.',
  document_id: 'Its id in the project.',
  document_sha256: 'SHA-256 of its text in UTF-8, hexadecimal.',
  annotation: 'Id of the annotation; its occurrences have it in common.',
  passage: 'Id of the passage that the annotation lives on.',
  start: 'Where the words begin, in Unicode code points from 0.',
  end: 'Where they end, in code points; the end is not included.',
  start_utf16: 'The same place in UTF-16 units.',
  end_utf16: 'The same place in UTF-16 units.',
  ranges: 'Where something was put into the copy: its ranges in code points, as JSON; else empty.',
  ranges_utf16: 'The same ranges in UTF-16 units.',
  label: 'Id of the label.',
  label_name: 'Its name.',
  annotator: 'Who annotated.',
  status: 'How far the wording of this copy differs: exact, edited, differs, partial; or detached by a person.',
  coverage: 'Share of the annotated words that stand in this copy, 0 to 1.',
  counted: '1 if it is in the count of occurrences, else 0.',
  own: '1 for the span that the annotator tagged herself, 0 for a copy that was found.',
  quote: 'The words; several ranges are joined by “ … ”.',
  context_before: 'What stands before them.',
  context_after: 'What stands after them.',
  note: 'The note of the annotation.',
  reason: 'Why somebody attached or detached this occurrence.',
  made: 'When the annotation was made, ISO 8601, UTC.',
  escaped: 'Always 0: every text stands here exactly as it is. (In CSV, 1 marks rows with a disarmed cell.)',
};

export function* aboutRows(project: AnnotatedSet['project'], counts: SetCounts): Generator<readonly string[]> {
  yield [aboutProject.name, project.name.slice(0, cellLimit)];
  yield [aboutProject.id, project.id.slice(0, cellLimit)];
  yield ['documents', String(counts.documents)];
  yield ['passages', 'On “Counts”: how many distinct passages bear the label.'];
  yield ['occurrences', 'On “Counts”: in how many places they stand, copies counted; what is not counted is left out.'];
  yield ['Long texts', 'Texts of more than 32,767 characters, in parts; their cells end in a number of that sheet.'];
  yield ['Columns', 'Of “Occurrences”, in their order:'];
  for (const [column, meaning] of Object.entries(meanings)) yield [column, meaning];
}
