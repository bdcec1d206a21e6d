import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frozenText } from '../set/annotated-document.ts';
import { lossesOf } from '../set/holding.ts';
import type { PlacedSpan } from '../set/placing.ts';
import type { SetSource } from '../set/source.ts';
import { verifySet } from '../set/verification.ts';
import { documentOf, goldenSet, goldenText, occurrenceOf, setOf } from '../testing/golden-set.ts';
import { memoryFile, textSource, writtenSource, writtenTexts } from '../testing/memory-source.ts';
import { mutated } from '../testing/mutation.ts';
import { documentsOf, itemsOf, placedIn, problemsOf, setOfSource } from '../testing/set-of-source.ts';
import { uimaXmiFormat } from '../uima/xmi-format.ts';
import { readText, readValue, stackedValues, writtenText, writtenValue } from './escape.ts';
import { webannoTsvFormat as format } from './format.ts';
import { textSentences, textTokens } from '../set/tokens.ts';

const samples = '../shared/data/formats/webanno-tsv';
const written = async (text: string, ...spans: readonly (readonly [number, number])[]): Promise<string> => {
  const occurrences = spans.map(([start, end], at) => occurrenceOf(`a${at}`, 'claim', start, end));
  const { 'doc1.tsv': tsv = '' } = await writtenTexts(setOf([documentOf('doc1', text, occurrences)]), format);
  return tsv.replaceAll(/^#(?:Document|Annotation\[\d+\])=.*\n/gmu, '');
};

async function wordsOf(source: SetSource, read = format): Promise<readonly string[]> {
  const documents = await documentsOf(source, read);
  return documents.flatMap((document) =>
    placedIn(document).map((placed) => `${placed.read.label} ${wordsAt(frozenText(document.text ?? ''), placed)}`),
  );
}

function wordsAt(text: string, placed: PlacedSpan): string {
  if (placed.type === 'rejected') return placed.why;
  const { start, end } = placed.place;
  return `${start}-${end} ${text.slice(start, end)}${placed.type === 'ok' ? '' : `: ${placed.how}`}`;
}

describe('the golden document as WebAnno TSV', () => {
  it('has two sentences, a part of a token for T1, and numbers for what goes over several', async () => {
    const { 'doc1.tsv': tsv = '' } = await writtenTexts(goldenSet, format);
    expect(tsv.replaceAll(/^#(?:Document|Annotation\[\d+\])=.*\n/gmu, '').split('\n')).toEqual([
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value',
      '',
      '',
      '#Text=A😀B claims C.',
      '1-1\t0-4\tA😀B\t_\t',
      '1-1.1\t3-4\tB\tclaim[1]\t',
      '1-2\t5-11\tclaims\tclaim[1]|rebuttal[2]\t',
      '1-3\t12-13\tC\trebuttal[2]\t',
      '1-4\t13-14\t.\trebuttal[2]\t',
      '',
      '#Text=D denies it.',
      '#Text=',
      '2-1\t15-16\tD\trebuttal[2]\t',
      '2-2\t17-23\tdenies\t_\t',
      '2-3\t24-26\tit\t_\t',
      '2-4\t26-27\t.\t_\t',
      '',
    ]);
  });

  it('says that T3, which stands in several ranges, is not in it', () => {
    expect(lossesOf(goldenSet, format, { text: true })).toContainEqual({
      kind: 'ranges-dropped',
      count: 1,
      examples: ['A … denies'],
    });
  });

  it('has what TSV has no place for in lines that other readers pass over', async () => {
    const { 'doc1.tsv': tsv = '' } = await writtenTexts(goldenSet, format);
    expect(tsv).toContain('\n#Document={"id":"doc1","name":"doc1.txt"');
    expect(tsv).toContain('\n#Annotation[2]={"annotation":"t2","passage":"t2","annotator":"Anna","note":"see page 3"');
  });
});

describe('words and sentences', () => {
  it.each([
    ['punctuation by itself', 'He said “no”.', ['He', 'said', '“', 'no', '”', '.']],
    ['signs with the words they touch', 'A😀B x=y 5€', ['A😀B', 'x=y', '5€']],
    ['words of a script without spaces', '我们喜欢猫', ['我们', '喜欢', '猫']],
    ['no control characters', 'a\tb\u0001c\u200f d', ['a', 'b', 'c\u200f', 'd']],
  ])('has %s', (_, text, words) =>
    expect(textTokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(words),
  );

  it('leave nothing out that is no space, whatever the text', () => {
    const characters = fc.constantFrom(
      ...Array.from('ab. \n\t"😀é中😂!?'),
      'e\u0301',
      '\u0085',
      '\u2028',
      '\u200f',
      '\u0001',
    );
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), (text) => {
        const words = textTokens(text).map(({ start, end }) => text.slice(start, end));
        expect(words.join('')).toBe(text.replaceAll(/[\s\p{Cc}]/gu, ''));
        const sentences = textSentences(text);
        const from = sentences[0]?.start ?? text.length;
        expect(sentences.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.slice(from));
        expect(sentences.flatMap(({ tokens }) => tokens)).toEqual(textTokens(text));
      }),
    );
  });

  it('make a sentence of several lines where its text has them', async () => {
    expect(await written('one\ttwo\n\n\nThree')).toContain('#Text=one\\ttwo\n#Text=\n#Text=\n1-1\t0-3\tone');
  });

  it.each([
    ['spaces at the edges', 'one two three', [3, 8], 'span-trimmed'],
    ['nothing but a space', 'one two', [3, 4], 'blank'],
  ] as const)('cannot say %s, which is told', (_, text, [start, end], kind) => {
    const set = setOf([documentOf('doc1', text, [occurrenceOf('a', 'claim', start, end)])]);
    expect(lossesOf(set, format, { text: true }).map((loss) => loss.kind)).toContain(kind);
  });
});

describe('signs that stand for others', () => {
  const characters = fc.constantFrom(...Array.from('\\[]|_->;*\t\n\r\fab1 tn'), '\u0001', '\u007f', '\u0085', '😀');
  it('come back from values, whatever stands beside them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: characters, minLength: 1, maxLength: 8 }), { minLength: 1 }), (values) => {
        for (const value of values) expect(readValue(writtenValue(value))).toBe(value);
        const cell = values.map((value, at) => `${writtenValue(value)}[${at}]`).join('|');
        expect(stackedValues(cell)).toEqual(values.map((value, at) => ({ value, id: String(at) })));
      }),
    );
  });

  it('come back from text', () => {
    const line = fc.string({ unit: characters.filter((one) => one !== '\n'), maxLength: 10 });
    fc.assert(
      fc.property(line, (text) => {
        expect(readText(writtenText(text))).toBe(text);
      }),
    );
  });
});

describe.skipIf(!existsSync(samples))('the samples of INCEpTION (../shared/data/formats/webanno-tsv)', () => {
  const file = (sample: string, name: string): SetSource => ({
    ...textSource({}),
    files: [memoryFile(name, readFileSync(`${samples}/${sample}/${name}`))],
  });
  const names = ['testSentenceWithEmoji', 'testSentenceWithTab', 'testSubMultiTokenSpanWithFeatureValue'];
  /** Without the label: the samples have another layer in XMI than in TSV. */
  const places = (words: readonly string[]): readonly string[] =>
    words.map((one) => one.replace(/^(?:Span|NamedEntity) /u, '')).toSorted();

  it.each(names)('%s says the same in TSV and in XMI', async (sample) => {
    const tsv = await wordsOf(file(sample, 'reference.tsv'));
    expect(tsv.length).toBeGreaterThan(0);
    expect(places(tsv)).toEqual(places(await wordsOf(file(sample, 'reference.xmi'), uimaXmiFormat)));
    const [read] = await documentsOf(file(sample, 'reference.tsv'), format);
    const [oracle] = await documentsOf(file(sample, 'reference.xmi'), uimaXmiFormat);
    expect(read?.text).toBe(oracle?.text);
  });

  it('have the offsets they declare', async () => {
    expect(await wordsOf(file('testSentenceWithEmoji', 'reference.tsv'))).toEqual(['Span 10-12 😊']);
    expect(await wordsOf(file('testSentenceWithTab', 'reference.tsv'))).toEqual(['Span 0-4 This']);
    const [tab] = await documentsOf(file('testSentenceWithTab', 'reference.tsv'), format);
    expect(tab?.text).toBe('This is\ta test .');
    expect(await wordsOf(file('testSubMultiTokenSpanWithFeatureValue', 'reference.tsv'))).toContain(
      '9 3-17 aaa bbbbbb ccc',
    );
  });

  it.each(names)('%s is the same when it was written and read again', async (sample) => {
    const set = await setOfSource(file(sample, 'reference.tsv'), format);
    expect(await verifySet(set, format, { text: true }, await writtenSource(set, format))).toBeNull();
  });
});

const head = '#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Span|value\n\n\n';

function tsv(lines: readonly string[], start = head): SetSource {
  return textSource({ 'a.tsv': `${start}${lines.map((line) => `${line}\n`).join('')}` });
}

describe('WebAnno TSV of others', () => {
  const emoji = ['#Text=😀 ab,  cd', '1-1\t0-1\t😀\t_\t', '1-2\t2-4\tab\tX[1]\t', '1-3\t7-9\tcd\tX[1]\t'];

  it.each([
    ['code points for UTF-16 units', tsv(emoji), ['X 3-10 ab,  cd: the file counts code points']],
    ['an annotation without a value', tsv(['#Text=ab', '1-1\t0-2\tab\t*\t']), ['Span 0-2 ab']],
    ['stacked values', tsv(['#Text=ab', '1-1\t0-2\tab\tA[1]|B[2]\t']), ['A 0-2 ab', 'B 0-2 ab']],
    ['escaped values', tsv(['#Text=ab', String.raw`1-1	0-2	ab	a\|b\[1\]\_	`]), ['a|b[1]_ 0-2 ab']],
    [
      'a line end between sentences',
      tsv(['#Text=ab', '1-1\t0-2\tab\t_\t', '', '#Text=cd', '2-1\t3-5\tcd\tX\t']),
      ['X 3-5 cd'],
    ],
    [
      'nothing between sentences',
      tsv(['#Text=ab', '1-1\t0-2\tab\t_\t', '', '#Text=cd', '2-1\t2-4\tcd\tX\t']),
      ['X 2-4 cd'],
    ],
    [
      'a gap between sentences',
      tsv(['#Text=ab', '1-1\t0-2\tab\t_\t', '', '#Text=cd', '2-1\t9-11\tcd\tX\t']),
      ['X 9-11 cd'],
    ],
    [
      'CR LF at the ends of lines',
      textSource({ 'a.tsv': `${head}#Text=ab\n1-1\t0-2\tab\tX\t\n`.replaceAll('\n', '\r\n') }),
      ['X 0-2 ab'],
    ],
    ['CR in the text', tsv([String.raw`#Text=ab\rcd`, '1-1\t0-2\tab\t_\t', '1-2\t3-5\tcd\tX\t']), ['X 3-5 cd']],
    [
      'CR LF in the text',
      tsv([String.raw`#Text=ab\r`, '#Text=cd', '1-1\t0-2\tab\t_\t', '1-2\t4-6\tcd\tX\t']),
      ['X 3-5 cd'],
    ],
    ['a byte order mark', tsv(['#Text=ab', '1-1\t0-2\tab\tX\t'], `\ufeff${head}`), ['X 0-2 ab']],
    [
      'a layer without features',
      tsv(['#Text=ab', '1-1\t0-2\tab\t*[1]\t'], head.replace('|value', '|')),
      ['Span 0-2 ab'],
    ],
    ['a token that is nothing', tsv(['#Text=ab', '1-1\t0-2\tab\t_\t', '1-1.1\t1-1\t\tX\t']), ['X 1–1 covers nothing']],
  ])('may have %s', async (_, source, words) => expect(await wordsOf(source)).toEqual(words));

  it.each([
    [
      'another format',
      textSource({ 'a.tsv': '#FORMAT=WebAnno TSV 2.1\n' }),
      'line 1 of a.tsv: it does not say “#FORMAT=WebAnno TSV 3.x”',
    ],
    [
      'relations',
      tsv([], '#FORMAT=WebAnno TSV 3.3\n#T_RL=x.Rel|BT_x\n\n\n'),
      'line 2 of a.tsv: “x.Rel” is a layer of relations or chains: not imported',
    ],
    [
      'a broken line',
      tsv(['#Text=ab', 'nonsense']),
      'line 6 of a.tsv: it is neither a header nor a token with its place',
    ],
    [
      'a negative offset',
      tsv(['#Text=ab', '1-1\t-1-2\tab\tX\t']),
      'line 6 of a.tsv: it is neither a header nor a token with its place',
    ],
    [
      'missing columns',
      tsv(['#Text=ab', '1-1\t0-2\tab']),
      'line 6 of a.tsv: it has fewer columns than the header says',
    ],
    ['a token without a sentence', tsv(['1-1\t0-2\tab\tX\t']), 'line 5 of a.tsv: no #Text= stands before the token'],
    [
      'a token that is another',
      tsv(['#Text=ab cd', '1-1\t0-2\txy\tX\t']),
      'line 6 of a.tsv: “xy” is not what stands at 0–2',
    ],
    [
      'a sentence far away',
      tsv(['#Text=ab', '1-1\t99999999999-99999999999\tab\tX\t']),
      'a.tsv: the sentence of line 5 begins 99999999999 behind the end of the one before',
    ],
    ['no sentences', tsv([]), 'a.tsv: it has no sentences'],
    [
      'a trap in a comment',
      tsv(['#Annotation[1]={"__proto__":{}}', '#Text=ab', '1-1\t0-2\tab\tX[1]\t']),
      'line 5 of a.tsv: what is said of the annotation cannot be read',
    ],
  ])('with %s is told', async (_, source, said) => expect(await problemsOf(source, format)).toContain(said));

  it('that is not UTF-8 is told', async () => {
    const source = { ...textSource({}), files: [memoryFile('a.tsv', Buffer.from([0x23, 0xff, 0x0a]))] };
    expect(await problemsOf(source, format)).toEqual([expect.stringContaining('not UTF-8')]);
  });

  it('with something broken in it never makes the reader crash', async () => {
    const { 'doc1.tsv': text = '' } = await writtenTexts(goldenSet, format);
    expect(text).toContain(goldenText.slice(0, 8));
    await fc.assert(
      fc.asyncProperty(mutated(text), async (broken) => {
        const items = await itemsOf(textSource({ 'a.tsv': broken }), format);
        for (const item of items) if (item.type === 'document') placedIn(item.document);
        expect(items.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
