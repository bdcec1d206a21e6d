import type { SetFormat } from '../set/format.ts';
import { recordsReader } from '../set/read-records.ts';
import { doccanoHolding, fitToDoccano } from './holding.ts';
import { readLine } from './read-line.ts';
import { writeDoccano } from './write.ts';

/** For doccano, to label on or to look at. */
export const doccanoFormat: SetFormat = {
  title: 'doccano JSONL',
  purpose: 'a line a document, for projects of doccano',
  endings: ['.jsonl', '.json'],
  layout: 'file',
  textOptional: false,
  holds: doccanoHolding,
  fit: fitToDoccano,
  write: writeDoccano,
  read: recordsReader(readLine),
  recognise: ({ head }) =>
    /^\s*\[?\s*\{/u.test(head) &&
    /"text"\s*:\s*"/u.test(head) &&
    (/"labels?"\s*:\s*\[\s*(?:\]|\[\s*-?\d+\s*,\s*-?\d+\s*,\s*")/u.test(head) || /"start_offset"\s*:/u.test(head)),
};
