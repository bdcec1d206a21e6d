import type { SetFormat } from '../set/format.ts';
import { fitTokens } from './fit.ts';
import { tsvHolding } from './holding.ts';
import { readTsv } from './read.ts';
import { writeTsv } from './write.ts';

/** A line a word. */
export const webannoTsvFormat: SetFormat = {
  title: 'WebAnno TSV',
  purpose: 'a line a word, for INCEpTION and WebAnno',
  endings: ['.tsv'],
  layout: 'files',
  textOptional: false,
  holds: tsvHolding,
  fit: fitTokens,
  write: writeTsv,
  read: readTsv,
  recognise: ({ head }) => /^\ufeff?#FORMAT=WebAnno TSV 3\./u.test(head),
};
