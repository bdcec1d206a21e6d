import type { SetFormat } from '../set/format.ts';
import { fitToW3c, w3cHolding } from './holding.ts';
import { contextIri } from './iri.ts';
import { readW3c } from './read.ts';
import { writeW3c } from './write.ts';

/** For other annotation tools: the judgements that count, by position and by quote. */
export const w3cFormat: SetFormat = {
  title: 'W3C Web Annotation',
  purpose: 'a collection in JSON-LD, for annotation tools on the web',
  endings: ['.jsonld', '.json'],
  layout: 'file',
  textOptional: true,
  holds: w3cHolding,
  fit: fitToW3c,
  write: writeW3c,
  read: (source) => readW3c(source),
  recognise: ({ head }) =>
    /^\s*[[{]/u.test(head) &&
    (head.includes(contextIri) || /"type"\s*:\s*"Annotation(?:Collection|Page)?"/u.test(head)) &&
    /"type"\s*:\s*\[?\s*"Annotation/u.test(head),
};
