import type { Holding } from '../set/format.ts';

/** What does not count stands in a group of spans of its own. */
export const teiHolding: Holding = {
  project: false,
  document: ['id', 'name', 'title', 'text', 'sha256', 'source', 'author', 'date', 'url', 'group'],
  untagged: true,
  occurrence: ['annotation', 'passage', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
  uncounted: true,
  ranges: 'kept',
  labels: { names: true, keys: false, unused: false },
};
