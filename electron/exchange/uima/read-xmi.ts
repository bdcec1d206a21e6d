import { problem, type ReadItem, type ReadProblem } from '../set/read-document.ts';
import type { SetSource } from '../set/source.ts';
import { readField } from '../xml/escape.ts';
import { decodeXml } from '../xml/xml-encoding.ts';
import { xmlFaultReason, type XmlFault } from '../xml/xml-fault.ts';
import { parseXml, type XmlElement } from '../xml/xml-reader.ts';
import type { Cas, FeatureStructure, FeatureValue, View } from './cas.ts';
import { filesOf } from './files.ts';
import { readCas } from './read-cas.ts';

/** The text of a document is one attribute, and so is the list of what is indexed: UTF-16 units. */
const longestTag = 24 * 1024 * 1024;
const xmiNamespace = 'http://www.omg.org/XMI';
const casNamespace = 'http:///uima/cas.ecore';

/**
 * XMI (OMG XMI 2.0 as UIMA has it). Everything about a structure that is needed is in it, so that the type system
 * beside it is not looked at.
 */
export async function* readXmi(source: SetSource): AsyncGenerator<ReadItem> {
  for (const file of filesOf(source, /\.xmi$/iu)) {
    const bytes = await file.bytes();
    if (!bytes.ok) {
      yield problem(file.path, bytes.error);
      continue;
    }
    const text = decodeXml(bytes.value);
    if (!text.ok) {
      yield problem(file.path, xmlFaultReason(text.error));
      continue;
    }
    const { cas, root, fault, problems } = casOf(text.value, file.path);
    yield* problems;
    if (fault !== null) yield problem(file.path, xmlFaultReason(fault));
    else if (cas !== null) yield* readCas(cas, file.path);
    // A type system may be all that there is: of a set without documents.
    else if (root !== 'typeSystemDescription') yield problem(file.path, 'it is no XMI');
  }
}

interface Found {
  /** `null` where the root is another one. */
  readonly cas: Cas | null;
  readonly root: string;
  readonly fault: XmlFault | null;
  readonly problems: readonly ReadProblem[];
}

function casOf(xml: string, file: string): Found {
  const structures = new Map<string, FeatureStructure>();
  const views: View[] = [];
  const problems: ReadProblem[] = [];
  let depth = 0;
  let isXmi = false;
  let root = '';
  const take = (element: XmlElement, line: number): void => {
    const where = `line ${line} of ${file}`;
    if (element.uri === casNamespace && element.local === 'NULL') return;
    if (element.uri === casNamespace && element.local === 'View') {
      views.push({
        sofa: element.attributes.get('sofa') ?? '',
        members: new Set((element.attributes.get('members') ?? '').split(/\s+/u).filter((id) => id !== '')),
      });
      return;
    }
    const id = idOf(element);
    const type = typeOf(element);
    if (id === undefined || type === null) problems.push(problem(where, `<${element.name}> has no xmi:id, or no type`));
    else if (structures.has(id)) problems.push(problem(where, `there is another with the id ${id}`));
    else structures.set(id, { id, type, features: featuresOf(element) });
  };
  const fault = parseXml(
    xml,
    {
      open: (element, line) => {
        if (depth === 0) {
          root = element.local;
          isXmi = element.uri === xmiNamespace && root === 'XMI';
        } else if (depth === 1 && isXmi) take(element, line);
        depth += 1;
      },
      close: () => {
        depth -= 1;
      },
    },
    { tag: longestTag },
  );
  return { cas: isXmi ? { structures, views } : null, root, fault, problems };
}

/** With a prefix: a feature may be called `id`, too. */
function idOf({ attributes }: XmlElement): string | undefined {
  for (const [name, value] of attributes) if (name.endsWith(':id')) return value;
  return undefined;
}

/** `http:///uima/tcas.ecore` is the package `uima.tcas`; types of no package have a namespace of their own. */
function typeOf({ uri, local }: XmlElement): string | null {
  const path = /^http:\/\/\/(.+)\.ecore$/u.exec(uri)?.[1];
  if (path === undefined) return null;
  return path === 'uima/noNamespace' ? local : `${path.replaceAll('/', '.')}.${local}`;
}

function featuresOf({ attributes }: XmlElement): ReadonlyMap<string, FeatureValue> {
  const features = new Map<string, FeatureValue>();
  for (const [name, value] of attributes)
    if (!name.includes(':')) features.set(name, name === 'sofaString' ? value : readField(value));
  return features;
}
