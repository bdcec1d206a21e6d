import { expect, test } from 'vitest';
import { type IndexedDocument, indexDocument } from './indexed-document.ts';
import { stepBack, stepOn } from './step.ts';

/** The texts, and the words that stand between strokes in both as a copied stretch. */
function placedIn(own: string, copy: string): Parameters<typeof stepBack> {
  const [a, b] = [own, copy].map((text) => indexDocument({ id: 'one', text: text.replaceAll('|', '') }, 0));
  if (a === undefined || b === undefined) throw new Error('There are two texts.');
  const rangeOf = (marked: string): readonly [number, number] => {
    const [before = '', inside = ''] = marked.split('|');
    const count = (text: string): number => indexDocument({ id: 'part', text }, 0).tokens.count;
    return [count(before), count(before) + count(inside)];
  };
  const [[fromA, toA], [fromB, toB]] = [rangeOf(own), rangeOf(copy)];
  const words = toA - fromA;
  const stretch = { runs: [{ a: fromA, b: fromB, length: words }], words, fromA, toA, fromB, toB };
  return [{ a, b }, stretch, { fromA: 0, toA: a.words.length, fromB: 0, toB: b.words.length }];
}

function wordsOf(found: ReturnType<typeof stepBack>, copy: IndexedDocument): readonly string[] {
  return found.map(({ b, length }) => copy.tokens.words.slice(b, b + length).join(' '));
}

function before(own: string, copy: string): readonly string[] {
  const placed = placedIn(own, copy);
  return wordsOf(stepBack(...placed), placed[0].b);
}

function behind(own: string, copy: string): readonly string[] {
  const placed = placedIn(own, copy);
  return wordsOf(stepOn(...placed), placed[0].b);
}

test('who said it is found behind a quotation that was cut short, and before one', () => {
  expect(behind('“|It is time| to go home,” he said. They left.', '“|It is time|,” he said. Then it rained.')).toEqual([
    'he said',
  ]);
  expect(before('It rained. He said: “Now then |it is time|.”', 'She went. He said: “|it is time|.”')).toEqual([
    'he said',
  ]);
});

test('one word is not found, nor words that are no whole clause in either text', () => {
  const own = '“|It is time| to go home,” he said. They left.';
  expect([
    behind('“|It is time| to go home.” Silence. They left.', '“|It is time|.” Silence. Then it rained.'),
    behind(own, '“|It is time| he said. Then it rained.'),
    behind(own, '“|It is time|,” he said again. Then it rained.'),
    before('It rained. He said: “Now then |it is time|.”', 'She said: “|it is time|.”'),
    before('It rained. He said: “Now then |it is time|.”', 'She went and he said: “|it is time|.”'),
  ]).toEqual([[], [], [], [], []]);
});

test('words of a bracket that was put in are not stepped over', () => {
  expect(behind('|Nobody came|. They named the ship.', '|Nobody came|. (Harbour News) They named it.')).toEqual([]);
});
