import type { SetFormat } from '../set/format.ts';
import { readPackage } from './read.ts';
import { manifestPath } from './manifest.ts';
import { writePackage } from './write.ts';

/** The package of Variorum: everything, for a colleague or a shelf. */
export const variorumFormat: SetFormat = {
  title: 'Variorum package',
  purpose: 'everything, with the history, for a colleague who works with Variorum',
  endings: ['.variorum-set'],
  layout: 'archive',
  textOptional: true,
  holds: {
    project: true,
    document: ['id', 'name', 'title', 'text', 'sha256', 'source', 'author', 'date', 'url', 'group'],
    untagged: true,
    occurrence: ['annotation', 'passage', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
    uncounted: true,
    ranges: 'kept',
    labels: { names: true, keys: true, unused: true },
  },
  write: writePackage,
  read: readPackage,
  recognise: ({ paths }) => paths.includes(manifestPath),
};
