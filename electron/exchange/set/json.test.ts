import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonScan, parseJson } from './json.ts';

/** Without what is refused as an attack: that has tests of its own. */
const anyJson = fc.json().filter((json) => !/proto|constructor/u.test(json));

const nested = (depth: number, open = '[', close = ']'): string => `${open.repeat(depth)}${close.repeat(depth)}`;

describe('JSON of strangers', () => {
  it('says what JSON.parse says of it', () => {
    fc.assert(
      fc.property(anyJson, (json) => {
        expect(parseJson(json)).toEqual({ ok: true, value: JSON.parse(json) as unknown });
      }),
    );
  });

  it('is refused where JSON.parse refuses it, and nowhere else', () => {
    const unit = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '-', 'a', '\\', ' ', 'null', '\n');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 12 }), anyJson), fc.nat(), (text, cut) => {
        const json = text.slice(0, text.length - (cut % 3));
        let isJson = true;
        try {
          JSON.parse(json);
        } catch {
          isJson = false;
        }
        expect(parseJson(json)).toMatchObject(isJson ? { ok: true } : { ok: false, error: 'it is no JSON' });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '{"__proto__": {"x": 1}}',
    String.raw`{"\u005f_proto__": {"x": 1}}`,
    '[{"a": {"__proto__" : null}}]',
    '{"constructor": {"prototype": {"x": 1}}}',
  ])('is refused for what would become a prototype: %s', (json) => {
    expect(parseJson(json)).toEqual({
      ok: false,
      error: 'it has a key “__proto__” or “constructor”, which is an attack',
    });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('may speak of prototypes', () =>
    expect(parseJson('{"constructor": "Smith & Sons", "a": "__proto__"}')).toMatchObject({ ok: true }));

  it.each([201, 100_000, 1_000_000])('nested %d deep is refused', (depth) => {
    const error = 'it is nested more than 200 deep';
    expect(parseJson(nested(depth))).toEqual({ ok: false, error });
    expect(parseJson(nested(depth, '{"a":', '}'))).toEqual({ ok: false, error });
  });

  it('nested 200 deep is read, whatever brackets stand in its texts', () => {
    expect(parseJson(nested(200))).toMatchObject({ ok: true });
    const text = JSON.stringify([`${'['.repeat(1000)}"\\`]);
    expect(parseJson(text)).toMatchObject({ ok: true });
  });

  it('says of a key that is there twice what stands last', () =>
    expect(parseJson('{"a": 1, "a": 2}')).toEqual({ ok: true, value: { a: 2 } }));
});

describe('a scan of JSON', () => {
  it('is at no depth and in no string after a whole value', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const scan = createJsonScan();
        for (let at = 0; at < json.length; at += 1) scan.take(json.charCodeAt(at));
        expect([scan.depth, scan.isInString]).toEqual([0, false]);
      }),
    );
  });
});
