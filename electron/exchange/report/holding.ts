/** What every report shows of a set. */
import type { Holding } from '../set/format.ts';

export const reportHolding: Holding = {
  project: true,
  document: ['name', 'title', 'text', 'source', 'author', 'date', 'url'],
  untagged: true,
  occurrence: ['annotation', 'annotator', 'note', 'made', 'status', 'coverage', 'own', 'reason'],
  uncounted: true,
  ranges: 'kept',
  labels: { names: true, keys: true, unused: true },
};
