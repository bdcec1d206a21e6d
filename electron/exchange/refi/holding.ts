import type { Holding } from '../set/format.ts';

/** Every selection is a coding to whoever reads it: what does not count is not in the file. */
export const refiHolding: Holding = {
  project: true,
  document: ['id', 'name', 'title', 'text', 'sha256', 'source', 'author', 'date', 'url', 'group'],
  untagged: true,
  occurrence: ['annotation', 'passage', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
  uncounted: false,
  ranges: 'kept',
  labels: { names: true, keys: true, unused: true },
};
