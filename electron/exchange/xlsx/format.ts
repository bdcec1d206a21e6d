import { csvFormat } from '../csv/format.ts';
import type { SetFormat } from '../set/format.ts';
import { readXlsx } from './read.ts';
import { writeXlsx } from './write.ts';

/** The rows of CSV as a workbook, with a sheet of counts. */
export const xlsxFormat: SetFormat = {
  title: 'Excel (XLSX)',
  purpose: 'a row an occurrence and the counts, for spreadsheets',
  endings: ['.xlsx'],
  layout: 'archive',
  textOptional: csvFormat.textOptional,
  holds: { ...csvFormat.holds, project: true, labels: { names: true, keys: true, unused: true } },
  write: (set) => writeXlsx(set),
  read: readXlsx,
  recognise: ({ paths }) => paths.includes('xl/workbook.xml'),
};
