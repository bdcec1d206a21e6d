import { reportHolding } from '../report/holding.ts';
import type { SetFormat } from '../set/format.ts';
import { checkMarkdownReport } from './check.ts';
import { writeMarkdownReport } from './write.ts';

export const markdownReportFormat: SetFormat = {
  title: 'Markdown report',
  purpose: 'the texts with their highlights and footnotes, for wikis and repositories',
  endings: ['.md'],
  layout: 'file',
  textOptional: false,
  holds: reportHolding,
  write: writeMarkdownReport,
  check: checkMarkdownReport,
};
