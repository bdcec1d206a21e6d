import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonArray, type JsonItem } from './json-array.ts';
import { SourceFault, type SourceFile } from './source.ts';

/** A file that is read in pieces cut at these bytes. */
function cutFile(bytes: Buffer, cuts: readonly number[]): SourceFile {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1))), bytes.length].toSorted((a, b) => a - b);
  return {
    path: 'set.json',
    size: bytes.length,
    bytes: () => Promise.reject(new Error('the whole file was asked for')),
    async *pieces() {
      let from = 0;
      for (const end of ends) {
        yield await Promise.resolve(bytes.subarray(from, end));
        from = end;
      }
    },
  };
}

const everyByte = (text: string): SourceFile =>
  cutFile(
    Buffer.from(text),
    Array.from({ length: Buffer.byteLength(text) }, (_, at) => at),
  );
const inOnePiece = (text: string): SourceFile => cutFile(Buffer.from(text), []);

interface Found {
  readonly items: readonly JsonItem[];
  readonly around: string;
  /** What is wrong with the file, if anything. */
  readonly fault: string | null;
}

async function read(file: SourceFile, key: string | null = null): Promise<Found> {
  const { items, around } = jsonArray(file, key);
  const found: JsonItem[] = [];
  let fault: string | null = null;
  try {
    for await (const item of items) found.push(item);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    fault = error.message;
  }
  return { items: found, around: around(), fault };
}

const values = ({ items }: Found): readonly unknown[] =>
  items.map(({ value }) => (value.ok ? value.value : value.error));

/** Without what is refused as an attack: that has tests of its own. */
const anyValue = fc
  .jsonValue({ stringUnit: 'binary' })
  .filter((value) => !/proto|constructor/u.test(JSON.stringify(value)));
const cuts = fc.array(fc.nat(), { maxLength: 10 });

describe('a list that is the whole file', () => {
  it('has the items that JSON.parse finds, wherever the file is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyValue, { maxLength: 6 }), fc.nat(3), cuts, async (list, indent, cut) => {
        const json = JSON.stringify(list, null, indent);
        const found = await read(cutFile(Buffer.from(json), cut));
        expect([values(found), found.fault]).toEqual([JSON.parse(json), null]);
        expect(found.items.map(({ number }) => number)).toEqual(list.map((_, at) => at + 1));
        expect((JSON.parse(found.around) as unknown[]).length).toBe(0);
      }),
    );
  });

  it('is taken for whole only where JSON.parse takes it, or some item is told to be none', async () => {
    const unit = fc.constantFrom('[', ']', '{', '}', '"', ',', ':', '1', ' ', '\\', '"a"', '[1]');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 10 }), cuts, async (inner, cut) => {
        const json = `[${inner}]`;
        const found = await read(cutFile(Buffer.from(json), cut));
        let parsed: unknown = null;
        try {
          parsed = JSON.parse(json);
        } catch {
          parsed = null;
        }
        const isWhole = found.fault === null && found.items.every(({ value }) => value.ok);
        expect(isWhole ? values(found) : null).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['brackets and commas in texts', ['],[', '{"a":1}', '"', '\\', '\\"', '\\\\"]']],
    ['escapes', ['\n\u0000\u2028', '"\\u0022"']],
    ['characters of several bytes', ['é', '😀', '👩‍🚀', '\ufeff']],
    ['lists in lists', [[[1, [2]], []], [{ a: [{ b: [] }] }]]],
    ['nothing', []],
  ])('may hold %s, though it is cut at every byte', async (_, list) =>
    expect(values(await read(everyByte(JSON.stringify(list))))).toEqual(list),
  );

  it('may begin with a byte order mark and blanks', async () =>
    expect(values(await read(everyByte('\ufeff \r\n\t[1, 2]\r\n')))).toEqual([1, 2]));

  it('may have an item of 10 MB', async () => {
    const long = 'x"[,\\'.repeat(2_000_000);
    const found = await read(inOnePiece(JSON.stringify([long, 1])));
    expect(values(found)[0] === long).toBe(true);
    expect(values(found)[1]).toBe(1);
  });

  it('tells which item is no JSON, and has the others', async () =>
    expect(values(await read(everyByte('[1, {a: 2}, [3}, "x", 5]')))).toEqual([
      1,
      'it is no JSON',
      'it is no JSON',
      'x',
      5,
    ]));

  it('tells which item is an attack, and has the others', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const found = await read(
      inOnePiece(`[1, {"__proto__": {"x": 1}}, {"constructor": {"prototype": {}}}, ${deep}, 5]`),
    );
    const attack = 'it has a key “__proto__” or “constructor”, which is an attack';
    expect(values(found)).toEqual([1, attack, attack, 'it is nested more than 200 deep', 5]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it.each([
    ['a missing end', '[1, 2', 1, '“set.json” is cut short after item 1.'],
    ['an end in a text', '[1, "2', 1, '“set.json” is cut short after item 1.'],
    ['an end in nested lists, a million deep', '['.repeat(1_000_000), 0, '“set.json” is cut short after item 0.'],
    ['a missing list', '{"a": [1]}', 0, '“set.json” has no list where one is expected.'],
    ['nothing in it', '', 0, '“set.json” has no list where one is expected.'],
    ['nothing but blanks in it', ' \n', 0, '“set.json” has no list where one is expected.'],
    ['something after its list', '[1] [2]', 1, '“set.json” is no JSON after item 1.'],
    ['the wrong bracket', '[1}', 1, '“set.json” is no JSON after item 1.'],
  ])('of a file with %s is told as far as it goes', async (_, json, count, fault) => {
    const found = await read(inOnePiece(json));
    expect([found.items.length, found.fault]).toEqual([count, fault]);
  });

  it.each([
    ['[1,]', [1, 'it is no JSON']],
    ['[,1]', ['it is no JSON', 1]],
    ['[,]', ['it is no JSON', 'it is no JSON']],
  ])('has nothing where a comma is too many: %s', async (json, expected) =>
    expect(values(await read(everyByte(json)))).toEqual(expected),
  );

  it('of a file that is not UTF-8 is told as far as it goes', async () => {
    const bytes = Buffer.concat([Buffer.from('[1, "'), Buffer.from([0xe9]), Buffer.from('", 3]')]);
    expect(await read(cutFile(bytes, [4]))).toMatchObject({
      fault: '“set.json” is not UTF-8. Save it as UTF-8 and try again.',
    });
  });
});

describe('a list that is the value of a key', () => {
  it('has the items that JSON.parse finds, and the rest of the file stands around it', async () => {
    const other = fc.dictionary(fc.constantFrom('a', 'b', 'c'), anyValue);
    await fc.assert(
      fc.asyncProperty(other, fc.array(anyValue), other, fc.nat(2), cuts, async (before, list, after, indent, cut) => {
        const json = JSON.stringify({ before, '@graph': list, after }, null, indent);
        const found = await read(cutFile(Buffer.from(json), cut), '@graph');
        const parsed = JSON.parse(json) as Record<string, unknown>;
        expect([values(found), found.fault]).toEqual([parsed['@graph'], null]);
        expect(JSON.parse(found.around)).toEqual({ ...parsed, '@graph': [] });
      }),
    );
  });

  it.each([
    ['in a text', { a: '"items": [1]', b: 'items', items: [2] }],
    ['of another kind', { a: { items: 'none' }, b: { items: { items: [2] } } }],
    ['that stands before it', { a: '"', items: [2] }],
    ['as a value', { a: ['items', [1]], items: [2] }],
    ['as part of another key', { 'my items': [1], 'items ': [1], items: [2] }],
  ])('is not the one %s', async (_, value) => {
    for (const indent of [0, 2]) {
      const found = await read(everyByte(JSON.stringify(value, null, indent)), 'items');
      expect(values(found)).toEqual([2]);
    }
  });

  it('that is nowhere is told, however long the file', async () => {
    const long = inOnePiece(`{"a": "${'"items" '.replaceAll('"', String.raw`\"`).repeat(1_000_000)}"}`);
    expect(await read(long, 'items')).toMatchObject({
      items: [],
      fault: '“set.json” has no list where one is expected.',
    });
  });

  it('in a file of many pieces without it is looked for once in each', async () => {
    const piece = Buffer.from(`"items" : ${' '.repeat(60_000)}`);
    let given = 0;
    const file: SourceFile = {
      ...inOnePiece(''),
      async *pieces() {
        for (; given < 2000; given += 1) yield await Promise.resolve(piece);
      },
    };
    expect((await read(file, 'items')).fault).toBe('“set.json” has no list where one is expected.');
    // It gives up where more would have to be held than a value may have.
    expect(given).toBeLessThan(1200);
  });

  it('is not followed by more than can be held', async () => {
    const file: SourceFile = {
      ...inOnePiece(''),
      async *pieces() {
        yield await Promise.resolve(Buffer.from('{"items": [1], "rest": "'));
        for (let at = 0; at < 3000; at += 1) yield Buffer.alloc(60_000, 'x');
      },
    };
    expect(await read(file, 'items')).toMatchObject({
      items: [{ number: 1 }],
      fault: '“set.json” goes on for too long after its list.',
    });
  });
});
