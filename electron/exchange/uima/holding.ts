import type { Holding } from '../set/format.ts';

/** A CAS has a place for everything that is said of a document and of what is tagged in it. */
export const casHolding: Holding = {
  project: false,
  document: ['id', 'name', 'title', 'text', 'sha256', 'source', 'author', 'date', 'url', 'group'],
  untagged: true,
  occurrence: ['annotation', 'passage', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
  uncounted: true,
  ranges: 'kept',
  labels: { names: true, keys: false, unused: false },
};
