import type { SetFormat } from '../set/format.ts';
import { conllHolding, fitToConll } from './fit.ts';
import { readConll } from './read.ts';
import { parseTag } from './tag.ts';
import { documentMark, writeConll } from './write.ts';

/** For programs that learn to tag tokens. */
export const conllFormat: SetFormat = {
  title: 'CoNLL-2002 (IOB2)',
  purpose: 'a token and its tag a line, for taggers of entities',
  endings: ['.iob2.conll', '.conll', '.iob2', '.bio'],
  layout: 'file',
  textOptional: false,
  holds: conllHolding,
  fit: fitToConll,
  write: writeConll,
  read: (source) => readConll(source),
  recognise: ({ head }) => {
    // The last line may be cut short.
    const lines = head.split(/\r?\n/u).slice(0, 200).slice(0, -1);
    const rows = lines.filter((line) => line.trim() !== '' && !line.startsWith(documentMark));
    const hasMark = lines.some((line) => line.startsWith(`${documentMark} `) || line.startsWith(`${documentMark}\t`));
    const tags = rows.map((line) => line.trim().split(/[ \t]+/u));
    return (
      tags.every((columns) => columns.length > 1 && parseTag(columns.at(-1) ?? '') !== null) &&
      (hasMark || tags.some((columns) => columns.at(-1) !== 'O'))
    );
  },
};
