import { reportHolding } from '../report/holding.ts';
import type { SetFormat } from '../set/format.ts';
import { checkHtmlReport } from './check.ts';
import { writeHtmlReport } from './write.ts';

export const htmlReportFormat: SetFormat = {
  title: 'HTML report',
  purpose: 'the texts with their highlights in one page, to read and to print',
  endings: ['.html', '.htm'],
  layout: 'file',
  textOptional: false,
  holds: reportHolding,
  write: writeHtmlReport,
  check: checkHtmlReport,
};
