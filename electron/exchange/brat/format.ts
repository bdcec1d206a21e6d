import type { SetFormat } from '../set/format.ts';
import { bratHolding } from './holding.ts';
import { readBrat } from './read.ts';
import { fitToBrat, writeBrat } from './write.ts';

/** For brat and what reads its files: a text and its annotations, side by side, document by document. */
export const bratFormat: SetFormat = {
  title: 'brat standoff',
  purpose: 'a text file and an annotation file a document, for brat and text mining',
  endings: ['.ann'],
  layout: 'files',
  textOptional: false,
  holds: bratHolding,
  fit: fitToBrat,
  write: writeBrat,
  read: readBrat,
  recognise: ({ paths: [first = '', ...others], head }) =>
    first.endsWith('.ann')
      ? head
          .split('\n')
          .slice(0, 20)
          .every((line, at, lines) => line === '' || at === lines.length - 1 || annotationLine.test(line))
      : others.some((path) => path.endsWith('.ann') && [first, ...others].includes(path.replace(/ann$/u, 'txt'))),
};

/** An id, then data: T1, E1, R1, A1, M1, N1, #1 or an equivalence. */
const annotationLine = /^(?:[TERAMN]\d+\S*|#[A-Za-z]*\d+\S*|\*)\t\S/u;
