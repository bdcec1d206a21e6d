/**
 * XML, distrusted: a stream of elements and text by saxes, which knows no entities but the five of XML and fetches
 * nothing, and which is stopped at a document type declaration, at deep nesting (its namespaces cost the square of the
 * depth), and at tags without end.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { XmlFault } from './xml-fault.ts';

export interface XmlElement {
  /** As written: `w:p`. */
  readonly name: string;
  readonly local: string;
  /** The namespace, empty where there is none. */
  readonly uri: string;
  /** In order of appearance, by the names as written. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface XmlHandler {
  /** `line` from 1, where the tag ends. */
  readonly open?: (element: XmlElement, line: number) => void;
  readonly close?: (element: Pick<XmlElement, 'name' | 'local' | 'uri'>) => void;
  /** Text and CDATA alike, with LF at line ends as XML says; may come in pieces. */
  readonly text?: (text: string) => void;
}

export interface XmlLimits {
  readonly depth: number;
  readonly attributes: number;
  /** Of one tag with its attributes, in UTF-16 units. */
  readonly tag: number;
  /** Of the whole, in UTF-16 units. */
  readonly size: number;
}

const usualLimits: XmlLimits = { depth: 256, attributes: 1000, tag: 1_000_000, size: 256 * 1024 * 1024 };

export interface XmlReader {
  /** @returns the fault at which reading has stopped; what is written after it is not looked at */
  readonly write: (text: string) => XmlFault | null;
  readonly end: () => XmlFault | null;
}

/** Thrown through saxes to stop it, and never further. */
class Stop extends Error {
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super(fault.type);
    this.fault = fault;
  }
}

const pieceSize = 64 * 1024;
const predefined = { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" };

/** Reads XML piece by piece. What a handler throws is thrown on. */
export function createXmlReader(handler: XmlHandler, limits: Partial<XmlLimits> = {}): XmlReader {
  const most = { ...usualLimits, ...limits };
  const parser = new SaxesParser({ xmlns: true, position: true });
  // Without prototype: `&constructor;` is no entity.
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, predefined);
  const stop = (fault: DistributiveOmit<XmlFault, 'line'>): never => {
    throw new Stop({ ...fault, line: parser.line });
  };
  let depth = 0;
  let attributes = 0;
  let tag: { readonly name: string; readonly at: number } | null = null;
  let size = 0;
  let fault: XmlFault | null = null;

  parser.on('doctype', () => stop({ type: 'XmlDoctype' }));
  parser.on('error', (error) => stop(wellFormedFault(error)));
  parser.on('opentagstart', ({ name }) => {
    tag = { name, at: parser.position };
    attributes = 0;
    depth += 1;
    if (depth > most.depth) stop({ type: 'XmlTooDeep', limit: most.depth });
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > most.attributes) {
      stop({ type: 'XmlTooManyAttributes', element: tag?.name ?? '', limit: most.attributes });
    }
  });
  parser.on('opentag', (opened) => {
    tag = null;
    handler.open?.(elementOf(opened), parser.line);
  });
  parser.on('closetag', ({ name, local, uri }) => {
    depth -= 1;
    handler.close?.({ name, local, uri });
  });
  const text = handler.text;
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }

  const guarded = (act: () => void): XmlFault | null => {
    if (fault !== null) return fault;
    try {
      act();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      ({ fault } = error);
    }
    return fault;
  };
  // A pair may be cut by whoever writes; the library would take any two characters for one.
  let half = '';
  const wholeCharacters = (written: string): string => {
    const joined = half + written;
    half = /[\ud800-\udbff]$/.exec(joined)?.[0] ?? '';
    const whole = joined.slice(0, joined.length - half.length);
    if (!whole.isWellFormed()) stop({ type: 'XmlControlCharacter', character: 'half a character' });
    return whole;
  };
  return {
    write: (written) =>
      guarded(() => {
        const whole = wholeCharacters(written);
        size += written.length;
        if (size > most.size) stop({ type: 'XmlTooLarge', limit: most.size });
        for (let at = 0; at < whole.length; at += pieceSize) {
          parser.write(whole.slice(at, at + pieceSize));
          if (parser.position - (tag?.at ?? parser.position) > most.tag)
            stop({ type: 'XmlTagTooLong', limit: most.tag });
        }
      }),
    end: () =>
      guarded(() => {
        if (half !== '') stop({ type: 'XmlControlCharacter', character: 'half a character' });
        parser.close();
      }),
  };
}

/** Reads XML that is held whole. @returns the fault at which reading has stopped, or `null` at the end */
export function parseXml(text: string, handler: XmlHandler, limits: Partial<XmlLimits> = {}): XmlFault | null {
  const reader = createXmlReader(handler, limits);
  return reader.write(text) ?? reader.end();
}

/** The value of the attribute of this local name, whatever its prefix. */
export function attributeOf(element: XmlElement, local: string): string | undefined {
  const plain = element.attributes.get(local);
  if (plain !== undefined) return plain;
  for (const [name, value] of element.attributes) if (name.endsWith(`:${local}`)) return value;
  return undefined;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function elementOf({ name, local, uri, attributes }: SaxesTagNS): XmlElement {
  return {
    name,
    local,
    uri,
    attributes: new Map(Object.values(attributes).map((attribute) => [attribute.name, attribute.value])),
  };
}

/** The library's words without the place, which we tell ourselves. */
function wellFormedFault(error: Error): DistributiveOmit<XmlFault, 'line'> {
  const cause = error.message.replace(/^(?:[^:]*:)?\d+:\d+: /u, '').replace(/\.$/u, '');
  if (cause === 'disallowed character') return { type: 'XmlControlCharacter', character: 'a control character' };
  return { type: 'XmlNotWellFormed', cause };
}
