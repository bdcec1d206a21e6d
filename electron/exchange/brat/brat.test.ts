import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordingOf } from '#shared/domain/occurrence.ts';
import { lossesOf } from '../set/holding.ts';
import { lossSentence } from '../set/loss.ts';
import { placeSpans } from '../set/placing.ts';
import type { SetSource } from '../set/source.ts';
import { verifySet } from '../set/verification.ts';
import { copiedSet, documentOf, goldenSet, goldenText, occurrenceOf, setOf } from '../testing/golden-set.ts';
import { memoryFile, textSource, writtenSource, writtenTexts } from '../testing/memory-source.ts';
import { documentsOf, itemsOf, placedIn, problemsOf, setOfSource } from '../testing/set-of-source.ts';
import { typesOf } from './configuration.ts';
import { cutAtBreaks, joinAtBreaks } from './fragments.ts';
import { bratFormat } from './format.ts';

const whole = { text: true };
const samples = join(import.meta.dirname, '../../../../shared/data/formats/brat');

async function written(set = goldenSet): Promise<Readonly<Record<string, string>>> {
  return writtenTexts(set, bratFormat);
}

/** Each span that was placed: its words, or how it was repaired, or why it was rejected. */
async function outcomes(annotations: string, text = goldenText): Promise<readonly string[]> {
  const documents = await documentsOf(textSource({ 'a.txt': text, 'a.ann': annotations }), bratFormat);
  return documents.flatMap((document) =>
    placedIn(document).map((one) => {
      if (one.type === 'rejected') return `${one.read.where}: ${one.why}`;
      const words = wordingOf(text.replaceAll('\r\n', '\n').replace(/^\ufeff/u, ''), one.place);
      return one.type === 'ok' ? words : `${words} (${one.how})`;
    }),
  );
}

describe('brat standoff of the golden document', () => {
  it('has one line an occurrence, in code points, cut at line ends', async () => {
    const lines = (await written())['doc1.ann']?.split('\n').filter((line) => /^T|Annotator/u.test(line));
    expect(lines).toEqual([
      'T1\teditorial-insertion 0 1;16 22\tA denies',
      'T2\tclaim 2 10\tB claims',
      'T3\trebuttal 4 13;14 15\tclaims C. D',
      '#4\tAnnotatorNotes T3\tsee page 3',
    ]);
  });

  it('has the text as it is, and the labels in a configuration', async () => {
    const files = await written();
    expect(Object.keys(files)).toEqual(['annotation.conf', 'doc1.txt', 'doc1.ann']);
    expect(files['doc1.txt']).toBe(goldenText);
    expect(files['annotation.conf']).toContain('[entities]\nclaim\nrebuttal\neditorial-insertion\n');
    for (const section of ['relations', 'events', 'attributes'])
      expect(files['annotation.conf']).toContain(`[${section}]`);
  });

  it('says how far the wording of a copy differs, and leaves out what does not count', async () => {
    const edited = { ...occurrenceOf('t9', 'claim', 3, 11), status: 'edited' } as const;
    const files = await written(setOf([documentOf('doc1', goldenText, [edited])]));
    expect(files['doc1.ann']).toContain('\nA1\tStatus T1 edited\n');
    expect((await written(copiedSet))['doc2.ann']).not.toMatch(/^T/mu);
    expect(lossesOf(copiedSet, bratFormat, whole).map(lossSentence)).toEqual([
      'Not in the file: occurrences that are detached or wait for a look (2: “B claims”, “claims C. E”).',
    ]);
  });
});

describe('labels', () => {
  const labels = ['a b', 'a-b', 'ä', 'L_a_b', '😀', 'T1\t', '__proto__'].map((label) => ({
    label,
    name: `name of ${label}`,
    key: '',
  }));
  const named = setOf(
    [
      documentOf(
        'd',
        'one two',
        labels.map(({ label }, at) => occurrenceOf(`a${at}`, label, 0, 3)),
      ),
    ],
    { labels },
  );

  it('are types that brat accepts, and come back as they were', async () => {
    const files = await written(named);
    const types = files['d.ann']?.match(/^T\d+\t\S+(?= )/gmu)?.map((one) => one.split('\t')[1]);
    expect(new Set(types).size).toBe(labels.length);
    for (const type of types ?? []) expect(type).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]*$/u);
    const items = await itemsOf(await writtenSource(named, bratFormat), bratFormat);
    expect(items.find((item) => item.type === 'labels')).toEqual({ type: 'labels', labels });
    expect(await verifySet(named, bratFormat, whole, await writtenSource(named, bratFormat))).toBeNull();
  });
});

describe('an occurrence across line ends', () => {
  const every = 'a\nb\u0085c\u2028d\u2029e\u000bf\u000cg';

  it('is cut at every sign at which Python ends a line, and joined again', () => {
    const all = [{ start: 0, end: every.length }];
    const cut = cutAtBreaks(every, all);
    expect(cut.map(({ start, end }) => every.slice(start, end))).toEqual(Array.from('abcdefg'));
    expect(joinAtBreaks(every, cut)).toEqual(all);
  });

  it('of line ends alone is lost, and is told', async () => {
    const blank = setOf([documentOf('d', 'a\n\nb', [occurrenceOf('a0', 'claim', 1, 3)])]);
    expect((await written(blank))['d.ann']).not.toMatch(/^T/mu);
    expect(lossesOf(blank, bratFormat, whole).map(({ kind }) => kind)).toContain('blank');
  });

  it('keeps ranges apart between which a line end stands, and line ends at its borders', async () => {
    const ranges = [
      { start: 0, end: 1 },
      { start: 2, end: 4 },
    ];
    const set = setOf([documentOf('d', 'a\nb\nc', [occurrenceOf('a0', 'claim', 0, 4, { ranges })])]);
    expect(await verifySet(set, bratFormat, whole, await writtenSource(set, bratFormat))).toBeNull();
  });
});

describe('the reader of brat standoff', () => {
  it.each([
    ['code points', 'T1\tClaim 2 10\tB claims', goldenText, ['B claims']],
    ['fragments cut at a line end', 'T1\tClaim 4 13;14 15\tclaims C. D', goldenText, ['claims C.\nD']],
    ['other fragments', 'T1\tClaim 0 1;16 22\tA denies', goldenText, ['A … denies']],
    ['a line without the words', 'T1\tClaim 2 10', goldenText, ['B claims']],
    [
      'UTF-16 units, which it names',
      'T1\tClaim 3 11\tB claims',
      goldenText,
      ['B claims (the file counts UTF-16 units)'],
    ],
    ['bytes, which it names', 'T1\tClaim 5 13\tB claims', goldenText, ['B claims (the file counts bytes of UTF-8)']],
    ['CR LF, which counts two', 'T1\tClaim 15 16\tD', goldenText.replaceAll('\n', '\r\n'), ['D']],
    [
      'CR LF counted as one',
      'T1\tClaim 16 22\tdenies',
      goldenText.replaceAll('\n', '\r\n'),
      ['denies (the file counts code points with CR LF as one)'],
    ],
    ['a byte order mark before the text', 'T1\tClaim 2 10\tB claims', `\ufeff${goldenText}`, ['B claims']],
    [
      'an offset inside a character, were it UTF-16',
      'T1\tClaim 2 11\tB claims',
      goldenText,
      ['B claims (the offsets are wrong; its words stand in one place alone)'],
    ],
    ['an end before the start', 'T1\tClaim 10 2\tnothing', goldenText, ['a.ann, T1: 10–2 ends before it begins']],
    [
      'a place beyond the text',
      'T1\tClaim 2 99999999999999999999\tB claims of C',
      goldenText,
      ['a.ann, T1: 2–100000000000000000000 is no span of the text: it reaches beyond its end, at 27'],
    ],
  ])('reads %s', async (_, annotations, text, expected) => expect(await outcomes(annotations, text)).toEqual(expected));

  it('takes the types of any configuration for labels, and the nearest configuration', async () => {
    const source = textSource({
      'annotation.conf': '[entities]\nPerson\n\tPolitician\n!Abstract\n[relations]\nKnows\tArg1:Person, Arg2:Person\n',
      'a/x.txt': 'one',
      'a/x.ann': 'T1\tPerson 0 3\tone\n',
    });
    expect((await setOfSource(source, bratFormat)).labels.map(({ label }) => label)).toEqual(['Person', 'Politician']);
  });

  it('names a text without annotations and annotations without a text', async () => {
    const documents = await documentsOf(textSource({ 'a.txt': 'one', 'b.ann': 'T1\tX 0 1\to\n' }), bratFormat);
    expect(documents.map(({ name, text, spans }) => [name, text, spans.length])).toEqual([
      ['a.txt', 'one', 0],
      ['b.txt', null, 1],
    ]);
  });

  it('lists what it does not import, and never drops it silently', async () => {
    const annotations = [
      'T1\tOrg 0 1\tA',
      'R1\tFamily Arg1:T1 Arg2:T1\t',
      'E1\tOrg:T1 Giver:T1',
      'A1\tMention T1 Name',
      'M1\tNegation E1',
      'N1\tReference T1 Wikipedia:1\tA',
      '*\tEquiv T1 T1',
      '#1\tAnnotatorNotes E1\tlate',
      '#2\tAnnotatorNotes T1\tfirst',
      'A2\tStatus T1 edited',
    ].join('\n');
    const source = textSource({ 'a.txt': goldenText, 'a.ann': annotations, 'a.a2': '' });
    expect(await problemsOf(source, bratFormat)).toEqual([
      'a.a2: annotations of a shared task (.a2), not of brat (.ann): not imported',
      'a.ann, line 2: R1 is a relation (Family): not imported',
      'a.ann, line 3: E1 is an event (Org:T1): not imported',
      'a.ann, line 4: A1 is an attribute (Mention): not imported',
      'a.ann, line 5: M1 is an attribute (Negation): not imported',
      'a.ann, line 6: N1 is a normalisation (Reference): not imported',
      'a.ann, line 7: * is an equivalence (Equiv): not imported',
      'a.ann, line 8: #1 is a note (AnnotatorNotes) on E1: not imported',
    ]);
    const items = await itemsOf(source, bratFormat);
    for (const item of items) if (item.type === 'problem') expect(item.kind).toBe('not-imported');
    const [document] = await documentsOf(source, bratFormat);
    expect(document?.spans[0]).toMatchObject({ note: 'first', status: 'edited' });
  });

  it('names each broken line, and reads the others', async () => {
    const annotations = 'T1\tOrg -1 2\tA\nT2 Org 0 1 A\nT3\tOrg NaN 1\tA\nT4\tOrg 0 1\tA\nT4\tOrg 0 1\tA\nrubbish\n';
    const source = textSource({ 'a.txt': goldenText, 'a.ann': annotations });
    expect(await problemsOf(source, bratFormat)).toEqual([
      'a.ann, line 1: T1 has no type and offsets such as “Claim 2 10”',
      'a.ann, line 2: no annotation of brat, such as “T1⇥Claim 2 10⇥…”',
      'a.ann, line 3: T3 has no type and offsets such as “Claim 2 10”',
      'a.ann, line 5: T4 is there twice; the second is left out',
      'a.ann, line 6: no annotation of brat, such as “T1⇥Claim 2 10⇥…”',
    ]);
    expect(await outcomes(annotations)).toEqual(['A']);
  });

  it('names a file that is not UTF-8, and reads the others', async () => {
    const latin = memoryFile('b.txt', Buffer.from('caf\xe9', 'latin1'));
    const source: SetSource = {
      ...textSource({ 'a.txt': 'one' }),
      files: [latin, ...textSource({ 'a.txt': 'one' }).files],
    };
    expect(await problemsOf(source, bratFormat)).toEqual([
      'b.txt: “b.txt” is not UTF-8. Save it as UTF-8 and try again.',
    ]);
    expect(await documentsOf(source, bratFormat)).toHaveLength(1);
  });

  it.each([
    ['that cover the same text again and again', '0 100000', 'x'],
    ['that go back and forth', '0 1;99999 100000', '\u000b'],
  ])('survives very many fragments %s', async (_, places, character) => {
    const text = character.repeat(100_000);
    const fragments = Array(20_000).fill(places).join(';');
    const words = Array(fragments.split(';').length).fill(character).join(' ');
    const found = await outcomes(`T1\tX ${fragments}\t${words}`, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^a\.ann, T1: /u);
  });

  it('gives a type to each of very many labels that look alike', () => {
    const labels = Array.from({ length: 20_000 }, (_, at) => ({ label: `é${String.fromCodePoint(0x4e00 + at)}` }));
    expect(new Set(typesOf(labels).values()).size).toBe(labels.length);
  });

  it('is not led astray by the keys of a note', async () => {
    const annotations =
      'T1\tOrg 0 1\tA\n#1\tVariorum T1\t{"__proto__":{"x":1}}\n#2\tVariorum T1\t{"ranges":[["a",1]],"own":3}';
    const source = textSource({ 'a.txt': goldenText, 'a.ann': annotations });
    expect(await problemsOf(source, bratFormat)).toEqual([
      'a.ann, line 2: #1 is a note of ours and has been changed: it has a key “__proto__” or “constructor”, which is an attack',
    ]);
    expect(await outcomes(annotations)).toEqual(['A']);
  });

  it('has only items for any file', async () => {
    const files = await written();
    const annotations = files['doc1.ann'] ?? '';
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(annotations.length), fc.nat(5), fc.string({ unit: 'binary', maxLength: 4 })), {
          minLength: 1,
          maxLength: 5,
        }),
        async (changes) => {
          let changed = annotations;
          for (const [at, dropped, put] of changes) changed = changed.slice(0, at) + put + changed.slice(at + dropped);
          const source = textSource({ ...files, 'doc1.ann': changed });
          for (const document of await documentsOf(source, bratFormat)) placeSpans(document, goldenText);
        },
      ),
    );
  });
});

describe.skipIf(!existsSync(samples))('samples of brat (../shared/data/formats/brat)', () => {
  it.each([
    ['news/000-introduction', 7, 9],
    ['news/040-text_span_annotation', 4, 0],
    ['news/080-event-annotation', 21, 4],
    ['esp/esp.train-doc-100', 75, 0],
  ])('%s is read with the words it declares, and the same again when it was written', async (name, spans, left) => {
    const files = Object.fromEntries(
      ['txt', 'ann'].map((ending) => [`${name}.${ending}`, readFileSync(join(samples, `${name}.${ending}`), 'utf8')]),
    );
    const source = textSource(files);
    expect(await problemsOf(source, bratFormat)).toHaveLength(left);
    const [document] = await documentsOf(source, bratFormat);
    if (document === undefined) throw new Error('nothing was read');
    const placed = placedIn(document);
    expect(placed.map(({ type }) => type)).toEqual(Array(spans).fill('ok'));
    const declared = files[`${name}.ann`]?.match(/^T.*$/gmu)?.map((line) => line.split('\t')[2]);
    expect(placed.map((one) => (one.type === 'ok' ? wordingOf(document.text ?? '', one.place) : ''))).toEqual(declared);
    const set = await setOfSource(source, bratFormat);
    const again = await setOfSource(await writtenSource(set, bratFormat), bratFormat);
    expect(again.documents()).toEqual(set.documents());
    expect(again.labels).toEqual(set.labels);
  });
});
