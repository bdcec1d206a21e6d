import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { createFileNames } from '../set/file-name.ts';
import type { SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { fitXmlText } from '../xml/fit.ts';
import { writtenField, xmlAttribute } from '../xml/escape.ts';
import { casOfDocument } from './cas-of-document.ts';
import { shortName, type FeatureStructure, type FeatureValue } from './cas.ts';
import { documentFileName } from './file-name.ts';
import { casHolding } from './holding.ts';
import { typeSystemXml } from './type-system.ts';

/** A file a document (OMG XMI 2.0 as UIMA has it), and the type system for all of them. */
export function* writeXmi(set: AnnotatedSet): Generator<SetFile> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  const fileName = createFileNames();
  yield { path: 'TypeSystem.xml', chunks: [typeSystemXml()] };
  for (const document of writableDocuments(set, { holds: casHolding, fit: fitXmlText }))
    yield { path: `${fileName(documentFileName(document))}.xmi`, chunks: casXmi(document, names) };
}

const root =
  '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:annot="http:///annot.ecore" xmi:version="2.0">';

function* casXmi(document: AnnotatedDocument, names: ReadonlyMap<string, string>): Generator<string> {
  const cas = casOfDocument(document, names);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n<cas:NULL xmi:id="0"/>\n`;
  for (const structure of cas.structures.values()) yield `${elementOf(structure)}\n`;
  for (const { sofa, members } of cas.views) yield `<cas:View sofa="${sofa}" members="${[...members].join(' ')}"/>\n`;
  yield '</xmi:XMI>\n';
}

function elementOf({ id, type, features }: FeatureStructure): string {
  let written = `<${prefixOf(type)}:${shortName(type)} xmi:id="${id}"`;
  for (const [name, value] of features) written += ` ${name}="${valueOf(name, value)}"`;
  return `${written}/>`;
}

/** The last part of the package, as the namespaces above are bound. */
function prefixOf(type: string): string {
  return shortName(type.slice(0, type.lastIndexOf('.')));
}

function valueOf(name: string, value: FeatureValue): string {
  if (typeof value === 'object') return value.to.join(' ');
  if (typeof value !== 'string') return String(value);
  return xmlAttribute(name === 'sofaString' ? value : writtenField(value));
}
