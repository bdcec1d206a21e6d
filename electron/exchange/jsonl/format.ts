import type { SetFormat } from '../set/format.ts';
import { readJsonl } from './read.ts';
import { writeJsonl } from './write.ts';

/** The fullest of the open formats: texts, both offset units, every occurrence whatever its status. */
export const jsonlFormat: SetFormat = {
  title: 'JSONL',
  purpose: 'a line a document, for scripts and data sets (Hugging Face)',
  endings: ['.jsonl', '.ndjson'],
  layout: 'file',
  textOptional: true,
  holds: {
    project: false,
    document: ['id', 'name', 'title', 'text', 'sha256', 'source', 'author', 'date', 'url', 'group'],
    untagged: true,
    occurrence: ['annotation', 'passage', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
    uncounted: true,
    ranges: 'kept',
    labels: { names: true, keys: false, unused: false },
  },
  write: writeJsonl,
  read: readJsonl,
  recognise: ({ head }) => /^\s*\{[^\n]*"text_sha256"\s*:/u.test(head),
};
