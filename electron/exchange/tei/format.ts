import type { SetFormat } from '../set/format.ts';
import { fitXmlText } from '../xml/fit.ts';
import { teiHolding } from './holding.ts';
import { readTei } from './read.ts';
import { writeTei } from './write.ts';

/** For editions. */
export const teiFormat: SetFormat = {
  title: 'TEI P5',
  purpose: 'a text a document with stand-off spans, and an apparatus a group, for editions',
  endings: ['.xml', '.tei'],
  layout: 'files',
  textOptional: false,
  holds: teiHolding,
  fit: fitXmlText,
  write: writeTei,
  read: readTei,
  recognise: ({ head }) => /<(?:\w+:)?TEI\b[^>]*["']http:\/\/www\.tei-c\.org\/ns\/1\.0["']/u.test(head),
};
