import type { SetFormat } from '../set/format.ts';
import { readCsv } from './read.ts';
import { writeCsv } from './write.ts';

/** For spreadsheets: a line an occurrence, safe to open. */
export const csvFormat: SetFormat = {
  title: 'CSV',
  purpose: 'a line an occurrence, for spreadsheets and statistics',
  endings: ['.csv'],
  layout: 'file',
  textOptional: true,
  holds: {
    project: false,
    document: ['id', 'name', 'sha256'],
    untagged: false,
    occurrence: ['annotation', 'passage', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
    uncounted: true,
    ranges: 'kept',
    labels: { names: true, keys: false, unused: false },
  },
  write: writeCsv,
  read: readCsv,
  recognise: ({ head }) => /^\ufeff?document,document_id,document_sha256,annotation,/u.test(head),
};
