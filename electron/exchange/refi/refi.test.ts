import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { SetSource } from '../set/source.ts';
import { arbitrarySet } from '../testing/arbitrary-set.ts';
import { documentOf, emptySet, goldenSet, goldenText, setOf, t1 } from '../testing/golden-set.ts';
import { hostileXml } from '../testing/hostile-xml.ts';
import { memoryFile, textSource, writtenTexts } from '../testing/memory-source.ts';
import { mutated } from '../testing/mutation.ts';
import { documentsOf, itemsOf, placedIn, problemsOf } from '../testing/set-of-source.ts';
import { refiFormat as format } from './format.ts';
import { createGuids, guidOf, normalGuid } from './guid.ts';

const schema = '../shared/data/formats/refi/Project.xsd';

async function projectOf(set: AnnotatedSet): Promise<string> {
  return (await writtenTexts(set, format))['project.qde'] ?? '';
}

describe('the golden document as a REFI-QDA project', () => {
  it('has positions in code points, and T3 as two selections with one note', async () => {
    const project = await projectOf(goldenSet);
    const selections = project.matchAll(
      /<PlainTextSelection [^>]*name="([^"]*)" startPosition="(\d+)" endPosition="(\d+)"/gu,
    );
    expect([...selections].map(([, name, start, end]) => `${start}-${end} ${name}`)).toEqual([
      '0-1 A',
      '16-22 denies',
      '2-10 B claims',
      '4-15 claims C.&#10;D',
    ]);
    const [ranges] = [...project.matchAll(/<Note guid="([^"]+)" name="Ranges of one occurrence"/gu)].map(
      ([, guid]) => guid,
    );
    expect(project.split(`<NoteRef targetGUID="${ranges}"/>`).length - 1).toBe(2);
    expect(project).toContain('>see page 3</PlainTextContent>');
  });

  it('has its text beside it as it is', async () => {
    const files = await writtenTexts(goldenSet, format);
    const sources = Object.keys(files).filter((path) => path.startsWith('sources/'));
    expect(sources.map((path) => files[path])).toEqual([goldenText]);
    expect(files['project.qde']).toContain(`plainTextPath="internal://${sources[0]?.slice('sources/'.length)}"`);
  });

  it('has annotators as users and labels as codes', async () => {
    const project = await projectOf(goldenSet);
    const user = /<User guid="([^"]+)" name="Anna"\/>/u.exec(project)?.[1] ?? '';
    expect(project).toContain(`creatingUser="${user}" creationDateTime="2026-03-01T10:20:30.400Z"`);
    expect([...project.matchAll(/<Code [^>]*name="([^"]+)"/gu)].map(([, name]) => name)).toEqual([
      'Claim',
      'Rebuttal',
      'Editorial insertion',
    ]);
  });

  it('is the same each time', async () => expect(await projectOf(goldenSet)).toBe(await projectOf(goldenSet)));
});

describe('GUIDs', () => {
  it('are UUIDs of version 5', () =>
    expect(guidOf('label', 'claim')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u));
  it('are others for things that are called alike', () => {
    const guids = createGuids();
    expect(new Set([guids('a', 'b'), guids('a', 'b'), guids('a', 'b')]).size).toBe(3);
  });
  it.each(['{AB}', 'ab', ' AB '])('are read however they are written: %s', (written) =>
    expect(normalGuid(written)).toBe('ab'),
  );
});

describe.skipIf(!existsSync(schema))('what is written, by the schema of REFI-QDA (../shared/data/formats/refi)', () => {
  const wrongWith = async (): Promise<(xml: string) => readonly string[]> => {
    const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
    const xsd = XmlDocument.fromString(readFileSync(schema, 'utf8'));
    const validator = XsdValidator.fromDoc(xsd);
    return (xml) => {
      const document = XmlDocument.fromString(xml);
      try {
        validator.validate(document);
        return [];
      } catch (error) {
        return [error instanceof Error ? error.message : String(error)];
      } finally {
        document.dispose();
      }
    };
  };

  it.each([
    ['the golden document', goldenSet],
    ['no documents', emptySet],
    ['no labels', setOf([documentOf('a', 'text')], { labels: [] })],
    [
      'a time that is none',
      setOf([documentOf('a', 'text', [{ ...t1, start: 0, end: 4, made: '2026-02-31T00:00:00Z' }])]),
    ],
  ])('is valid: %s', async (_, set) => expect((await wrongWith())(await projectOf(set))).toEqual([]));

  it('is valid, whatever the set', async () => {
    const wrong = await wrongWith();
    await fc.assert(
      fc.asyncProperty(arbitrarySet, async (set) => {
        expect(wrong(await projectOf(set))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('would not be valid with an empty list', async () => {
    const project = (await projectOf(goldenSet)).replace('</Project>', '<Sets/></Project>');
    expect(await wrongWith().then((wrong) => wrong(project))).not.toEqual([]);
  });
});

const guid = (digit: number): string => `0000000${digit}-0000-4000-8000-000000000000`;

/** A project of another program with one text and its selections. */
function project(
  text: string | Uint8Array,
  selections: string,
  rest: { readonly name?: string; readonly path?: string; readonly more?: string } = {},
): SetSource {
  const { name = 'project.qde', path = `internal://${guid(5)}.txt`, more = '' } = rest;
  const qde = `<?xml version="1.0" encoding="utf-8"?>
<Project name="P" xmlns="urn:QDA-XML:project:1.0"><Users><User guid="{${guid(1).toUpperCase()}}" name="Ben"/></Users>
<CodeBook><Codes><Code guid="${guid(2)}" name="Outer" isCodable="false"><Code guid="${guid(3)}" name="Claim" isCodable="true"/></Code></Codes></CodeBook>
<Sources><TextSource guid="${guid(5)}" name="Doc" plainTextPath="${path}">${selections}</TextSource></Sources>${more}<Sets/></Project>`;
  const source = textSource({ [name]: qde });
  return { ...source, files: [...source.files, memoryFile(`sources/${guid(5).toUpperCase()}.TXT`, Buffer.from(text))] };
}

function selection(start: number | string, end: number | string, name: string, inside = ''): string {
  return `<PlainTextSelection guid="${guid(7)}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="${guid(1)}"><Coding guid="${guid(8)}"><CodeRef targetGUID="{${guid(3)}}"/></Coding>${inside}</PlainTextSelection>`;
}

async function found(source: SetSource): Promise<readonly string[]> {
  const [document] = await documentsOf(source, format);
  if (document === undefined) return [];
  const text = (document.text ?? '').replaceAll('\r\n', '\n');
  return placedIn(document).map((one) => {
    if (one.type === 'rejected') return one.why;
    const words = `${one.read.label} ${text.slice(one.place.start, one.place.end)}`;
    return one.type === 'ok' ? words : `${words} (${one.how})`;
  });
}

describe('projects of others', () => {
  it.each([
    ['braces around GUIDs, and an empty <Sets/>', project('ab cd', selection(0, 2, 'ab')), ['Claim ab']],
    ['the ending in capitals', project('ab cd', selection(3, 5, 'cd'), { name: 'My Project.QDE' }), ['Claim cd']],
    ['a byte order mark', project('\ufeffab cd', selection(3, 5, 'cd')), ['Claim cd']],
    ['code points', project('😀 ab cd', selection(2, 4, 'ab')), ['Claim ab']],
    [
      'UTF-16 units for code points',
      project('😀 ab cd', selection(3, 5, 'ab')),
      ['Claim ab (the file counts UTF-16 units)'],
    ],
    ['CR LF as two', project('ab\r\ncd ef', selection(4, 6, 'cd')), ['Claim cd']],
    [
      'CR LF as one',
      project('ab\r\ncd ef', selection(3, 5, 'cd')),
      ['Claim cd (the file counts code points with CR LF as one)'],
    ],
    [
      'comments with the names of elements',
      project('ab cd', '<!--</Sources><Sources>-->' + selection(0, 2, 'ab')),
      ['Claim ab'],
    ],
    ['names that are no words of the text', project('ab cd', selection(3, 5, 'Quotation 1:1')), ['Claim cd']],
    [
      'a name that proves the others',
      project('ab\r\ncd ef', selection(3, 5, 'cd') + selection(6, 8, '1:2')),
      [
        'Claim cd (the file counts code points with CR LF as one)',
        'Claim ef (the file counts code points with CR LF as one)',
      ],
    ],
    [
      'positions that are no numbers',
      project('ab cd', selection('x', 5, '')),
      [expect.stringContaining('NaN–5 is no span of the text')],
    ],
    [
      'positions outside of the text',
      project('ab cd', selection(3, '99999999999999999999', '')),
      [expect.stringContaining('is no span of the text')],
    ],
  ])('may have %s', async (_, source, spans) => expect(await found(source)).toEqual(spans));

  it('may have notes of their own, and what is said of a selection is one, too', async () => {
    const note = `<Notes><Note guid="${guid(9)}" name="Memo"><PlainTextContent>see &lt;here&gt;</PlainTextContent></Note></Notes>`;
    const inside = `<NoteRef targetGUID="{${guid(9)}}"/>`;
    const [document] = await documentsOf(project('ab cd', selection(0, 2, 'ab', inside), { more: note }), format);
    expect(document?.spans).toMatchObject([{ annotator: 'Ben', note: 'see <here>', label: 'Claim' }]);
  });

  it('may have PDFs, whose words are texts besides', async () => {
    const words = '<PlainTextContent>ab cd</PlainTextContent>';
    const pdf = `<Sources><PDFSource guid="${guid(6)}" name="Pdf"><PDFSelection guid="${guid(4)}" page="1"><Representation guid="${guid(0)}"/></PDFSelection><Representation guid="${guid(9)}" name="Words">${words}${selection(3, 5, 'cd')}</Representation></PDFSource></Sources>`;
    const documents = await documentsOf(project('ab', '', { more: pdf }), format);
    expect(documents.map(({ name, text, spans }) => [name, text, spans.length])).toEqual([
      ['Doc', 'ab', 0],
      ['Words', 'ab cd', 1],
    ]);
  });

  it('have their codes as labels, by their names', async () => {
    const items = await itemsOf(project('ab', ''), format);
    expect(items.find(({ type }) => type === 'labels')).toEqual({
      type: 'labels',
      isCodebook: true,
      labels: [
        { label: 'Outer', name: 'Outer', key: '' },
        { label: 'Claim', name: 'Claim', key: '' },
      ],
    });
  });

  it.each([
    ['no project', textSource({ 'a.txt': 'x' }), 'it has no project in it (a file that ends in .qde)'],
    [
      'two projects',
      textSource({ 'a.qde': '<a/>', 'b.QDE': '<a/>' }),
      'it has two projects in it, “a.qde” and “b.QDE”',
    ],
    ['other XML', textSource({ 'a.qde': '<a/>' }), 'a.qde: it is no project: it has no element <Project>'],
    [
      'a text outside',
      project('ab', '', { path: 'absolute:///etc/passwd' }),
      '“Doc” has its text outside of the project, at “absolute:///etc/passwd”, which is not opened',
    ],
    ['a text beside', project('ab', '', { path: 'relative://../../x.txt' }), 'which is not opened'],
    [
      'a text that is missing',
      project('ab', '', { path: 'internal://x.txt' }),
      'the text of “Doc”, “internal://x.txt”, is not in the project',
    ],
    [
      'a text that two have',
      project(
        'ab',
        `</TextSource><TextSource guid="${guid(6)}" name="Twin" plainTextPath="internal://${guid(5)}.txt">`,
      ),
      'the text of “Twin”',
    ],
    ['a text that is not UTF-8', project(Buffer.from([0x61, 0xff]), ''), 'is not UTF-8'],
    [
      'selections without a code',
      project('ab', `<PlainTextSelection guid="${guid(7)}" startPosition="0" endPosition="1"/>`),
      '“Doc” has selections without a code (1): not imported',
    ],
    [
      'line ends that nothing proves',
      project('ab\r\ncd', selection(4, 6, '1:1')),
      'nothing in “Doc” proves how its line ends are counted',
    ],
    [
      'a picture',
      project('ab', '', { more: `<Sources><PictureSource guid="${guid(6)}" name="Photo"/></Sources>` }),
      '“Photo” has no text (PictureSource): not imported',
    ],
  ])('with %s are told', async (_, source, said) =>
    expect(await problemsOf(source, format)).toEqual([expect.stringContaining(said)]),
  );

  it.each(hostileXml)('with %s are refused', async (_, text, said) => {
    expect(await problemsOf(textSource({ 'a.qde': text }), format)).toEqual([expect.stringContaining(said)]);
  });

  it('with something broken in them never make the reader crash', async () => {
    const files = await writtenTexts(goldenSet, format);
    await fc.assert(
      fc.asyncProperty(mutated(files['project.qde'] ?? ''), async (broken) => {
        const items = await itemsOf(textSource({ ...files, 'project.qde': broken }), format);
        for (const item of items) if (item.type === 'document') placedIn(item.document);
        expect(items.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
