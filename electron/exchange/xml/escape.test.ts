import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWritable, readField, writableText, writtenField, xmlAttribute, xmlText } from './escape.ts';
import { parseXml } from './xml-reader.ts';

const characters = fc.constantFrom(
  ...Array.from('ab\\u0015c<>&"\' \t\n\r]😀é'),
  '\u0000',
  '\u0001',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
);
const writing = fc.string({ unit: characters, maxLength: 20 });

function read(xml: string): { readonly fault: unknown; readonly text: string; readonly value: string } {
  let text = '';
  let value = '';
  const fault = parseXml(xml, {
    open: (element) => (value = element.attributes.get('b') ?? ''),
    text: (piece) => (text += piece),
  });
  return { fault, text, value };
}

describe('what is written into XML', () => {
  it('comes back as it was, from elements and attributes', () => {
    fc.assert(
      fc.property(writing, (written) => {
        const text = writableText(written);
        const xml = `<a b="${xmlAttribute(text)}">${xmlText(text)}</a>`;
        expect(read(xml)).toEqual({ fault: null, text, value: text });
      }),
    );
  });

  it('keeps its length where a character cannot be written', () => {
    expect(writableText('a\u0001\ufffe\ud800😀')).toBe('a\ufffd\ufffd\ufffd😀');
  });
});

describe('a short value', () => {
  it('comes back whole, whatever is in it', () => {
    fc.assert(
      fc.property(writing, (value) => {
        const written = writtenField(value);
        expect([isWritable(written), readField(written)]).toEqual([true, value]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a\u0001b', String.raw`a\u0001b`],
    [String.raw`a\u0001b`, String.raw`a\u005cu0001b`],
    [String.raw`C:\users`, String.raw`C:\users`],
  ])('%j is written as %s', (value, written) => expect(writtenField(value)).toBe(written));

  it('of others is left alone', () => expect(readField(String.raw`\u0041`)).toBe(String.raw`\u0041`));
});
