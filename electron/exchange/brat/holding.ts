import { describedFields } from '../set/described.ts';
import type { Holding } from '../set/format.ts';
import { saidFields } from '../set/said.ts';

/** Occurrences that do not count stay out: whoever counts the lines of a .ann file counts them all. */
export const bratHolding: Holding = {
  project: true,
  document: [...describedFields, 'text'],
  untagged: true,
  occurrence: saidFields,
  uncounted: false,
  ranges: 'kept',
  labels: { names: true, keys: true, unused: true },
};
