import type { SetFormat } from '../set/format.ts';
import { recordsReader } from '../set/read-records.ts';
import { fitToSpacy, spacyHolding } from './holding.ts';
import { readLine } from './read-line.ts';
import { writeSpacy } from './write.ts';

/** For training with spaCy, and for Prodigy. */
export const spacyFormat: SetFormat = {
  title: 'spaCy and Prodigy JSONL',
  purpose: 'a line a document, for spaCy and Prodigy',
  endings: ['.jsonl', '.json'],
  layout: 'file',
  textOptional: false,
  holds: spacyHolding,
  fit: fitToSpacy,
  write: writeSpacy,
  read: recordsReader(readLine),
  recognise: ({ head }) =>
    /^\s*\[?\s*\{/u.test(head) &&
    /"text"\s*:\s*"/u.test(head) &&
    !/"text_sha256"\s*:/u.test(head) &&
    (/"spans"\s*:\s*\[\s*(?:\]|\{[^{}]*"start"\s*:)/u.test(head) || /"ents"\s*:\s*\[/u.test(head)) &&
    !/"labels?"\s*:\s*\[\s*(?:\]|\[\s*-?\d)/u.test(head),
};
