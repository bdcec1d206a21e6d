import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordingOf } from '#shared/domain/occurrence.ts';
import { lossesOf, surveyOf } from '../set/holding.ts';
import { lossSentence } from '../set/loss.ts';
import { placeSpans } from '../set/placing.ts';
import { alignTokens } from '../set/token-text.ts';
import { verifySet } from '../set/verification.ts';
import { documentOf, goldenSet, goldenText, occurrenceOf, setOf, t1, t2, t3 } from '../testing/golden-set.ts';
import { memoryFile, textSource, writtenSource, writtenTexts } from '../testing/memory-source.ts';
import { mutated } from '../testing/mutation.ts';
import { outcomesOf } from '../testing/outcome.ts';
import { documentsOf, problemsOf, setOfSource } from '../testing/set-of-source.ts';
import { conllFormat } from './format.ts';
import { readConll } from './read.ts';
import { labelToTag, tagToLabel } from './tag.ts';

const whole = { text: true };

async function rowsOf(set: Parameters<typeof writtenTexts>[0]): Promise<readonly string[]> {
  return ((await writtenTexts(set, conllFormat))[''] ?? '').split('\n').slice(2);
}

async function outcomes(text: string, known?: string): Promise<readonly string[]> {
  const source = textSource({ 'set.conll': text });
  if (known === undefined) return outcomesOf(source, conllFormat);
  const documents = await documentsOf(source, conllFormat);
  return documents.flatMap((document) =>
    placeSpans(document, known).map((one) =>
      one.type === 'rejected' ? one.why : `${one.read.label}: ${wordingOf(known, one.place)}`,
    ),
  );
}

describe('the golden document in CoNLL', () => {
  it('gives the longest occurrence its tokens, cut at the end of the sentence', async () => {
    expect(await rowsOf(setOf([documentOf('doc1', goldenText, [t1, t2])]))).toEqual([
      'A😀B O',
      'claims B-rebuttal',
      'C I-rebuttal',
      '. I-rebuttal',
      '',
      'D B-rebuttal',
      'denies O',
      'it O',
      '. O',
      '',
      '',
    ]);
  });

  it('tags the tokens that an occurrence has a part of, range by range', async () => {
    const rows = await rowsOf(setOf([documentOf('doc1', goldenText, [t3])]));
    expect(rows.filter((row) => row !== '' && !row.endsWith(' O'))).toEqual([
      'A😀B B-editorial-insertion',
      'denies B-editorial-insertion',
    ]);
  });

  it('tells what is lost', () => {
    const sentences = lossesOf(goldenSet, conllFormat, whole).map(lossSentence);
    for (const sentence of [
      'Not in the file: spaces and line ends of documents (only words and signs are in the file) (1: “doc1.txt”).',
      'Not in the file: who annotated (2: “Anna”, “Anna”).',
      'Not in the file: notes (1: “see page 3”).',
      'Not in the file: that the ranges of an occurrence belong together (each is a place of its own in the file) (1: “A … denies”).',
      'Not in the file: occurrences that overlap a longer one (1: “B claims”).',
      'Not in the file: exact bounds of occurrences (in the file they reach to the ends of words) (1: “A … denies”).',
      'Not in the file: occurrences beyond the end of a sentence (in the file they are cut there) (1: “claims C. D”).',
    ])
      expect(sentences).toContain(sentence);
  });

  it('says which document it is, and comes back placed in its text', async () => {
    const [document] = await documentsOf(await writtenSource(goldenSet, conllFormat), conllFormat);
    const { id, name, sha256 } = documentOf('doc1', goldenText);
    expect(document).toMatchObject({ id, name, sha256, text: null });
    if (document === undefined) throw new Error('nothing was read');
    expect(
      placeSpans(document, goldenText).map((one) => one.type === 'ok' && wordingOf(goldenText, one.place)),
    ).toEqual(['A😀B', 'claims C.', 'D', 'denies']);
  });

  it('is not the document whose text says something else, though nothing is tagged in it', async () => {
    const source = await writtenSource(setOf([documentOf('doc1', goldenText)]), conllFormat);
    const other = { ...documentOf('doc1', goldenText), text: goldenText.replace('it.', 'her.') };
    expect(await verifySet(setOf([other]), conllFormat, whole, source)).toBe(
      'line 1, “doc1.txt”: another text: where the text has “he” the file has “it”',
    );
  });

  it('counts an annotation once, in however many pieces it is', () => {
    const [document = documentOf('', '')] = goldenSet.documents();
    const { annotations, occurrences } = surveyOf(setOf([document]), conllFormat, whole);
    expect({ annotations, occurrences }).toEqual({ annotations: 2, occurrences: 4 });
  });

  it('has nothing of spaces alone', () => {
    const blank = setOf([documentOf('d', 'one  two', [occurrenceOf('a', 'claim', 3, 5)])]);
    expect(lossesOf(blank, conllFormat, whole).map(({ kind }) => kind)).toContain('blank');
  });
});

describe('labels in tags', () => {
  it.each(['claim', 'a b', '50%', '%{20}', '\t', '-', '\u2028', '😀', '\ud800'])('%j comes back', (label) => {
    expect(labelToTag(label)).not.toMatch(/[\s\p{C}]/u);
    expect(tagToLabel(labelToTag(label))).toBe(label);
  });
});

describe('tokens in a known text', () => {
  const tokens = [['A', 'b'], ['c']];

  it.each([
    ['A b\nc', null],
    ['  A\n\nb\tc \u0001', null],
    ['Abc', null],
    ['A b', 'where the text has “” the file has “c”'],
    ['A x c', 'where the text has “x” the file has “b”'],
    ['A b c d', 'the text goes on after the last token, “c”'],
  ])('%j: %j', (text, fault) => expect(alignTokens(tokens, text).fault).toBe(fault));
});

describe('the reader of CoNLL', () => {
  const entities = ['PER: Ann Lee', 'PER: Bo', 'LOC: Rome'];
  const tagged = (tags: string): string =>
    tags
      .split(' ')
      .map((tag, at) => `${['Ann', 'Lee', 'Bo', 'saw', 'Rome'][at] ?? ''} ${tag}`)
      .join('\n');

  it.each([
    ['IOB2', tagged('B-PER I-PER B-PER O B-LOC'), entities],
    ['IOB1', tagged('I-PER I-PER B-PER O I-LOC'), entities],
    ['BIOES', tagged('B-PER E-PER S-PER O S-LOC'), entities],
    ['BILOU', tagged('B-PER L-PER U-PER O U-LOC'), entities],
    ['BMES', tagged('B-PER E-PER S-PER O S-LOC'), entities],
    ['what goes on after an end', tagged('B-PER E-PER E-PER O S-LOC'), entities],
    ['types that change', tagged('I-PER I-LOC O O O'), ['PER: Ann', 'LOC: Lee']],
    [
      'the columns of 2003, with documents',
      '-DOCSTART- -X- -X- O\n\nAnn NNP B-NP B-PER\nLee NNP I-NP I-PER\n\n-DOCSTART- -X- -X- O\n\nRome NNP B-NP B-LOC\n',
      ['PER: Ann Lee', 'LOC: Rome'],
    ],
    ['tabulators and CR LF', 'Ann\tB-PER\r\nLee\tI-PER\r\n\r\nBo\tB-PER\r\n', ['PER: Ann Lee', 'PER: Bo']],
    ['no line end at the end of the file', 'Ann B-PER', ['PER: Ann']],
    [
      'an entity that begins with I- where others begin with B-, and names it',
      tagged('B-PER O I-PER O O'),
      ['line 3: “I-PER” begins an entity here: it is read as “B-PER”', 'PER: Ann', 'PER: Bo'],
    ],
    [
      'lines that are none, and names them; their tokens stay in the text',
      'Ann B-PER\nLee\nBo X-PER\nsaw I-\nRome B-LOC',
      [
        'line 2: “Lee” has no tag: a line is a token, a space or tabulator, and a tag',
        'line 3: “X-PER” is no tag: tags are O, or B-, I- and the like with a label',
        'line 4: “I-” is no tag: tags are O, or B-, I- and the like with a label',
        'PER: Ann',
        'LOC: Rome',
      ],
    ],
    ['a label that looks like a prototype', 'Ann B-__proto__', ['__proto__: Ann']],
  ])('reads %s', async (_, text, expected) => expect(await outcomes(text)).toEqual(expected));

  it('makes the text of the tokens where nobody knows it', async () => {
    const set = await setOfSource(textSource({ 'a.conll': 'Ann B-PER\n, O\n\nBo O\n' }), conllFormat);
    expect([...set.documents()].map(({ name, text }) => [name, text])).toEqual([['a.conll', 'Ann ,\nBo']]);
  });

  it('places what it reads in any text with the same tokens, up to the first that is another', async () => {
    const text = tagged('B-PER I-PER B-PER O B-LOC');
    expect(await outcomes(text, 'Ann\nLee,Bo saw Rome.')).toEqual([
      'PER: Ann\nLee',
      'where the text has “,B” the file has “Bo”',
      'where the text has “,B” the file has “Bo”',
    ]);
    expect(await outcomes(text, 'Ann Lee\n\nBosaw Rome')).toEqual(entities);
  });

  it('breaks a document that has too many tokens, and says so', async () => {
    const found = await outcomesOf(textSource({ 'a.conll': 'a O\nb B-X\nc B-X\n' }), {
      read: (source) => readConll(source, 2),
    });
    expect(found).toEqual(['line 3: the document has more than 2 tokens: what follows is another one', 'X: b', 'X: c']);
  });

  it('names a file that is not UTF-8', async () => {
    const source = { ...textSource({}), files: [memoryFile('a.conll', Buffer.from('caf\xe9 O', 'latin1'))] };
    expect(await problemsOf(source, conllFormat)).toEqual([
      'a.conll: “a.conll” is not UTF-8. Save it as UTF-8 and try again.',
    ]);
  });

  it('has only items for any file', async () => {
    const golden = (await writtenTexts(goldenSet, conllFormat))[''] ?? '';
    await fc.assert(fc.asyncProperty(mutated(golden), async (changed) => void (await outcomes(changed, goldenText))));
  });
});

const samples = join(import.meta.dirname, '../../../../shared/data/formats/doccano');

describe.skipIf(!existsSync(samples))('samples of CoNLL (../shared/data/formats/doccano)', () => {
  const sample = (name: string): ReturnType<typeof textSource> =>
    textSource({ [name]: readFileSync(join(samples, name), 'utf8') });

  it('example.conll is read, and the same again when it was written', async () => {
    expect(await outcomesOf(sample('example.conll'), conllFormat)).toEqual(['LOC: JAPAN', 'PER: Nadim Ladki']);
    const set = await setOfSource(sample('example.conll'), conllFormat);
    expect(await verifySet(set, conllFormat, whole, await writtenSource(set, conllFormat))).toBeNull();
  });

  it('labeling.invalid.conll is named by its first line, and the rest is read', async () => {
    expect((await outcomesOf(sample('labeling.invalid.conll'), conllFormat)).slice(0, 3)).toEqual([
      'line 1: “SOCCERO” is no tag: tags are O, or B-, I- and the like with a label',
      'LOC: JAPAN',
      'PER: CHINA',
    ]);
  });
});
