import type { SetFormat } from '../set/format.ts';
import { fitXmlText } from '../xml/fit.ts';
import { casHolding } from './holding.ts';
import { readXmi } from './read-xmi.ts';
import { writeXmi } from './write-xmi.ts';

/** A CAS a document, with the type system beside. */
export const uimaXmiFormat: SetFormat = {
  title: 'UIMA XMI',
  purpose: 'a CAS a document with its type system, for programs of UIMA in Java',
  endings: ['.xmi'],
  layout: 'files',
  textOptional: false,
  holds: casHolding,
  fit: fitXmlText,
  write: writeXmi,
  read: readXmi,
  recognise: ({ head }) => /<(?:\w+:)?XMI\b[^>]*["']http:\/\/www\.omg\.org\/XMI["']/u.test(head),
};
