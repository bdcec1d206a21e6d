import type { SetFormat } from '../set/format.ts';
import { refiHolding } from './holding.ts';
import { readRefi } from './read.ts';
import { writeRefi } from './write.ts';

/** For programs of qualitative research. */
export const refiFormat: SetFormat = {
  title: 'REFI-QDA project',
  purpose: 'texts, codes and notes for ATLAS.ti, MAXQDA, NVivo, QualCoder, Taguette',
  endings: ['.qdpx'],
  layout: 'archive',
  textOptional: false,
  holds: refiHolding,
  write: writeRefi,
  read: readRefi,
  recognise: ({ paths, head }) =>
    paths.some((path) => /\.qde$/iu.test(path)) || /<Project\b[^>]*["']urn:QDA-XML:project:1\.0["']/u.test(head),
};
