import type { SetFormat } from '../set/format.ts';
import { casHolding } from './holding.ts';
import { readJson } from './read-json.ts';
import { writeJson } from './write-json.ts';

/** A CAS a document. */
export const uimaJsonFormat: SetFormat = {
  title: 'UIMA CAS JSON',
  purpose: 'a CAS a document, for cassis, INCEpTION and other programs of UIMA',
  endings: ['.json'],
  layout: 'files',
  textOptional: false,
  holds: casHolding,
  write: writeJson,
  read: readJson,
  recognise: ({ head }) => /"%(?:FEATURE_STRUCTURES|TYPES|HEADER)"\s*:/u.test(head),
};
