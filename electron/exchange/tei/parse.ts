import type { XmlFault } from '../xml/xml-fault.ts';
import { parseXml, type XmlElement } from '../xml/xml-reader.ts';
import { readField } from '../xml/escape.ts';
import { createHeaderGathering } from './header-gathering.ts';
import type { TeiFile, TeiSpan } from './tei-file.ts';
import { createTextGathering } from './text-gathering.ts';

/** @returns the file, or the fault at which it ends */
export function parseTei(xml: string): TeiFile | XmlFault {
  const file: TeiFile = {
    root: '',
    isOwn: false,
    isApparatus: false,
    described: {},
    categories: new Map(),
    people: new Map(),
    features: new Map(),
    spans: [],
    places: new Map(),
    notes: new Map(),
    text: '',
  };
  const text = createTextGathering(() => file.isOwn);
  const header = createHeaderGathering(file);
  const path: string[] = [];
  /** What stands in each open element. */
  const words: string[] = [];
  const inText: { readonly id: string; readonly start: number; readonly span: TeiSpan | null }[] = [];
  let features: Record<string, unknown> | null = null;
  let feature = '';
  let target = '';

  const openText = (element: XmlElement, line: number): void => {
    const { local } = element;
    text.open(local);
    const isSpan = local === 'seg' || local === 'span' || local === 'interp';
    const span = isSpan ? spanOf(element, line, 'text') : null;
    if (span !== null) file.spans.push(span);
    inText.push({ id: element.attributes.get('xml:id') ?? '', start: text.at(), span });
  };
  const closeText = (local: string): void => {
    const opened = inText.pop();
    text.close(local);
    if (opened === undefined) return;
    const place = { start: opened.start, end: text.at() };
    if (opened.id !== '') file.places.set(opened.id, place);
    if (opened.span !== null) opened.span.place = place;
  };
  const openBeside = (element: XmlElement, line: number): void => {
    const { local, attributes } = element;
    const value = attributes.get('value');
    if (local === 'span') file.spans.push(spanOf(element, line, groupOf()));
    else if (local === 'spanGrp') groups.push(attributes.get('type') ?? '');
    else if (local === 'note') target = attributes.get('target') ?? '';
    else if (local === 'fs') {
      features = {};
      file.features.set(attributes.get('xml:id') ?? '', features);
    } else if (local === 'f') feature = attributes.get('name') ?? '';
    else if (features !== null && value !== undefined) set(features, feature, literal(local, value));
  };
  const closeBeside = (local: string, found: string): void => {
    if (local === 'span') {
      const span = file.spans.at(-1);
      if (span !== undefined) span.text = found;
    } else if (local === 'spanGrp') groups.pop();
    else if (local === 'note') {
      for (const pointer of target.split(/\s+/u)) file.notes.set(pointer, found);
    } else if (local === 'fs') features = null;
    else if (local === 'string' && features !== null) set(features, feature, readField(found));
  };
  const groups: string[] = [];
  const groupOf = (): string => groups.at(-1) ?? '';
  const isIn = (local: string): boolean => path[1] === local;

  const fault = parseXml(xml, {
    open: (element, line) => {
      if (path.length === 0) file.root = element.local;
      if (isIn('teiHeader')) header.open(element, path);
      else if (isIn('text')) openText(element, line);
      else if (path.length > 1) openBeside(element, line);
      path.push(element.local);
      words.push('');
    },
    close: ({ local }) => {
      path.pop();
      const found = words.pop() ?? '';
      if (words.length > 0 && !isIn('text')) words[words.length - 1] += found;
      if (isIn('teiHeader')) header.close(local, path, found);
      else if (isIn('text') && path.length > 1) closeText(local);
      else if (path.length > 1) closeBeside(local, found);
    },
    text: (piece) => {
      if (isIn('text')) text.take(piece);
      else if (words.length > 0) words[words.length - 1] += piece;
    },
  });
  if (fault !== null) return fault;
  header.finish();
  return { ...file, text: text.text() };
}

function spanOf({ local, attributes }: XmlElement, line: number, group: string): TeiSpan {
  const attribute = (name: string): string => attributes.get(name) ?? '';
  return {
    line,
    element: local,
    id: attribute('xml:id'),
    ana: attribute('ana'),
    type: attribute('type'),
    resp: attribute('resp'),
    next: attribute('next'),
    prev: attribute('prev'),
    from: attribute('from'),
    to: attribute('to'),
    target: attribute('target'),
    group,
    place: null,
    text: '',
  };
}

function literal(local: string, value: string): unknown {
  if (local === 'binary') return value === 'true' || value === '1';
  return local === 'numeric' ? Number(value) : readField(value);
}

/** Names of strangers are no keys of prototypes. */
function set(features: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') features[name] = value;
}
