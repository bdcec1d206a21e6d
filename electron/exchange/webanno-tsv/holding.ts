import type { Holding } from '../set/format.ts';

/**
 * Places of several ranges have no form in WebAnno TSV, and what does not count would count for whoever reads it.
 */
export const tsvHolding: Holding = {
  project: false,
  document: ['id', 'name', 'title', 'text', 'sha256', 'source', 'author', 'date', 'url', 'group'],
  untagged: true,
  occurrence: ['annotation', 'passage', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
  uncounted: false,
  ranges: 'dropped',
  labels: { names: true, keys: false, unused: false },
};
