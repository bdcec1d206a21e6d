import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeXml } from './xml-encoding.ts';
import { xmlFaultReason, type XmlFault } from './xml-fault.ts';
import { createXmlReader, parseXml, type XmlElement } from './xml-reader.ts';

function read(text: string): {
  readonly said: string;
  readonly elements: readonly XmlElement[];
  readonly text: string;
} {
  const elements: XmlElement[] = [];
  let found = '';
  const fault = parseXml(text, { open: (element) => elements.push(element), text: (piece) => (found += piece) });
  return { said: saidOf(fault), elements, text: found };
}

function saidOf(fault: XmlFault | null): string {
  return fault === null ? 'read' : xmlFaultReason(fault);
}

describe('XML', () => {
  it('is read as elements with namespaces, attributes and text', () => {
    const { elements, text } = read(
      '<a xmlns="urn:1" xmlns:p="urn:2" b="&lt;1"><p:c p:d="2">x&amp;y<![CDATA[<z>]]></p:c></a>',
    );
    expect(elements.map(({ local, uri }) => [local, uri])).toEqual([
      ['a', 'urn:1'],
      ['c', 'urn:2'],
    ]);
    expect(elements[0]?.attributes.get('b')).toBe('<1');
    expect(elements[1]?.attributes.get('p:d')).toBe('2');
    expect(text).toBe('x&y<z>');
  });

  it('is the same however it is cut into pieces', () => {
    const written = '<a b="1">text &amp; more<c/>\r\n<d>😀</d></a>';
    fc.assert(
      fc.property(fc.nat(written.length), fc.nat(written.length), (one, other) => {
        let text = '';
        const reader = createXmlReader({ text: (piece) => (text += piece) });
        const [from = 0, to = 0] = [one, other].toSorted((a, b) => a - b);
        for (const piece of [written.slice(0, from), written.slice(from, to), written.slice(to)]) reader.write(piece);
        expect([reader.end(), text]).toEqual([null, 'text & more\n😀']);
      }),
    );
  });

  it('may have elements and attributes with the names of what objects have anyway', () => {
    const { said, elements } = read('<__proto__ constructor="1" __proto__="2" toString="3"/>');
    expect([said, elements[0]?.local]).toEqual(['read', '__proto__']);
    expect([...(elements[0]?.attributes ?? [])]).toEqual([
      ['constructor', '1'],
      ['__proto__', '2'],
      ['toString', '3'],
    ]);
    expect(({} as Record<string, unknown>)['2']).toBeUndefined();
  });

  const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>\n<a>&c;</a>';
  it.each([
    ['billion laughs', laughs, 'declares a document type'],
    ['an outside entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'document type'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://x/"> %x;]><a/>', 'document type'],
    ['an outside grammar', '<!DOCTYPE a SYSTEM "http://x/a.dtd"><a/>', 'document type'],
    ['an unknown entity', '<a>\n&b;</a>', 'line 2: it is no well-formed XML (undefined entity)'],
    ['an entity called as what objects have', '<a>&constructor;&__proto__;</a>', 'undefined entity'],
    ['200,000 nested elements', '<a>'.repeat(200_000), 'more than 256 deep'],
    [
      '20,000 attributes',
      `<a ${Array.from({ length: 20_000 }, (_, at) => `b${at}=""`).join(' ')}/>`,
      '“a” has more than 1,000',
    ],
    ['an attribute of 50 MB', `<a b="${'x'.repeat(50_000_000)}"/>`, 'longer than 1,000,000 characters'],
    ['a control character', '<a>\n\n\u0001</a>', 'line 3: it holds a character that XML does not allow'],
    ['a reference to one', '<a>&#1;</a>', 'no well-formed XML'],
    ['NUL', '<a>\u0000</a>', 'does not allow'],
    ['half a character', '<a>\ud800</a>', 'does not allow'],
    ['a tag that is not closed', '<a><b></a>', 'line 1: it is no well-formed XML (unexpected close tag)'],
    ['a missing end', '<a>', 'unclosed tag: a'],
    ['an attribute given twice', '<a b="1" b="2"/>', 'duplicate attribute'],
    ['an unbound prefix', '<p:a/>', 'unbound namespace prefix'],
    ['nothing', '', 'no well-formed XML'],
  ])('is refused for %s', (_what, text, said) => expect(read(text).said).toContain(said));

  it('never makes it crash', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<a',
      '</a>',
      '/',
      '"',
      '=',
      '&',
      ';',
      '&amp;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<!',
      'x',
      ' ',
      '\n',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(read(pieces.join('')).said).toMatch(/./u);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the bytes of XML', () => {
  const text = '<?xml version="1.0"?><a>é😀</a>';
  const decoded = (bytes: Uint8Array): string => {
    const result = decodeXml(bytes);
    return result.ok ? result.value : xmlFaultReason(result.error);
  };

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ])('are read as %s', (_what, bytes) => expect(decoded(bytes)).toBe(text));

  it('are read as declared', () => {
    const declared = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>';
    expect(decoded(Buffer.from(declared, 'latin1'))).toBe(declared);
  });

  it.each([
    ['is not known', 'klingon', 'written in klingon, and is not'],
    ['is wider than what says so', 'UTF-16', 'written in UTF-16, and is not'],
    ['is not true', 'UTF-8', 'written in utf-8, and is not'],
  ])('are refused where the declared encoding %s', (_what, encoding, said) => {
    expect(decoded(Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>é</a>`, 'latin1'))).toContain(said);
  });
});
