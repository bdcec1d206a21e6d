import { describe, expect, it } from 'vitest';
import { lossSentence } from '../loss.ts';
import { brokenSet, emptySet, goldenSet } from '../testing/golden-set.ts';
import { occurrenceMark, type Collection } from './collection.ts';
import { w3cFormat } from './format.ts';
import { parseW3c } from './parse.ts';
import { idToUrn } from './urn.ts';

const text = [...w3cFormat.serialize(goldenSet)].join('');
const collection = JSON.parse(text) as Collection;
const items = collection.first?.items ?? [];

describe('a Web Annotation collection', () => {
  it('has what the model demands of a collection and its page (§5)', () => {
    expect(collection['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
    expect([collection.type, collection.first?.type]).toEqual(['AnnotationCollection', 'AnnotationPage']);
    expect([collection.total, collection.first?.startIndex, collection.last]).toEqual([2, 0, collection.first?.id]);
    expect(collection.first).not.toHaveProperty('@context');
  });

  it('keeps the digits of ids that are UUIDs, and has an IRI for every other one', () => {
    expect(collection.id).toBe('urn:uuid:0197a0c0-0000-7000-8000-000000000001');
    expect(items[0]?.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set([...items.map(({ id }) => id), collection.id, collection.last]).size).toBe(4);
  });

  it('has no page when it is empty', () => {
    const empty = JSON.parse([...w3cFormat.serialize(emptySet)].join('')) as Collection;
    expect(Object.keys(empty)).toEqual(['@context', 'id', 'type', 'label', 'total']);
    expect(empty.total).toBe(0);
  });

  it('selects by code points and by quote', () => {
    expect(items[0]?.target).toEqual([
      {
        type: 'SpecificResource',
        source: idToUrn('doc1'),
        label: 'doc1.txt',
        selector: [
          { type: 'TextPositionSelector', start: 2, end: 10 },
          { type: 'TextQuoteSelector', exact: 'B claims', prefix: 'A😀', suffix: ' C.\nD denies it.\n' },
        ],
      },
    ]);
    expect(items[1]?.target[0]?.selector[1].exact).toBe('claims C.\nD');
  });

  it('tags with the label and comments with the note', () => {
    expect(
      items.map(({ motivation, body }) => [motivation, ...body.map(({ purpose, value }) => `${purpose}: ${value}`)]),
    ).toEqual([
      ['tagging', 'tagging: claim'],
      ['tagging', 'tagging: rebuttal', 'commenting: see page 3'],
    ]);
  });

  it('says who tagged, and when', () => {
    expect(items[0]?.creator).toEqual({ type: 'Person', name: 'Anna' });
    expect(items[0]?.created).toBe('2026-03-01T10:20:30.400Z');
  });

  it('leaves out what does not count, and says so', () => {
    expect(items.map(({ target }) => target.length)).toEqual([1, 1]);
    expect(w3cFormat.losses(goldenSet).map(lossSentence)).toEqual([
      'Not in the file: labels that no annotation bears (1: “Editorial insertion”).',
      'Not in the file: keys of labels (2: “1 Claim”, “2 Rebuttal”).',
      'Not in the file: texts of documents (only the tagged words and what stands next to them are in the file) (2: “doc1.txt”, “doc2.txt”).',
      'Not in the file: titles of documents (2: “Title of doc1”, “Title of doc2”).',
      'Not in the file: documents in which nothing is tagged (1: “doc2.txt”).',
      'Not in the file: occurrences that are detached or wait for a look (2: “doc2.txt, 10”, “doc2.txt, 12”).',
    ]);
  });
});

describe('a copy that something was put into', () => {
  const broken = [...w3cFormat.serialize(brokenSet)].join('');
  const targets = (JSON.parse(broken) as Collection).first?.items[0]?.target ?? [];

  it('is a target for each range, the marks of which agree', () => {
    expect(targets.map(({ selector: [position, quote] }) => [position.start, position.end, quote.exact])).toEqual([
      [6, 14, 'A denies'],
      [0, 1, 'A'],
      [16, 22, 'denies'],
    ]);
    const marks = targets.map((target) => target[occurrenceMark]);
    expect(marks).toEqual([undefined, marks[1], marks[1]]);
    expect(marks[1]).toMatch(/^urn:uuid:/u);
  });

  it('is named among what other programs do not see', () => {
    expect(w3cFormat.losses(brokenSet).map(lossSentence)).toContain(
      'Not in the file: that the ranges of a copy broken by something put in belong together (other programs see a place each) (1: “doc1.txt, 0”).',
    );
  });

  it('is refused where only one of its targets is left', () => {
    const marked = JSON.stringify(targets[2], null, 2).replaceAll('\n', '\n          ');
    const result = parseW3c(broken.replace(`,\n          ${marked}`, ''), brokenSet);
    expect(result.ok ? '' : result.error.what).toBe('targets that cannot be the ranges of one occurrence');
  });
});

describe('the reader of Web Annotations', () => {
  it('finds UTF-16 offsets where code points are due', () => {
    const result = parseW3c(text.replace('"start": 2,', '"start": 3,').replace('"end": 10', '"end": 11'), goldenSet);
    expect(result.ok ? '' : `${result.error.where}: ${result.error.what}`).toBe(
      '“doc1.txt”, code points 3–11: other words than quoted',
    );
  });
});
