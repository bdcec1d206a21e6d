import { describe, expect, it } from 'vitest';
import { createCopyFinder } from './copy-finder.ts';

const SENTENCE = 'The committee said on Monday that it would not publish the report.';

/** Some words that no other call gives, told apart by `name`. */
function own(name: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
}

describe('texts that repeat themselves', () => {
  // Anything quadratic in these takes minutes; the time limit of a test is what fails then.
  it('find every copy of a sentence that stands 5,000 times in each of two documents', () => {
    const finder = createCopyFinder();
    finder.add({ id: 'a', text: `${SENTENCE} `.repeat(5000) });
    finder.add({ id: 'b', text: `Before it. ${`${SENTENCE} `.repeat(5000)}` });
    expect(finder.copiesOf('a', { start: 0, end: SENTENCE.length }).occurrences).toHaveLength(10_000);
    expect(finder.copiesOf('a', { start: 0, end: SENTENCE.length * 4000 }).occurrences.length).toBeGreaterThan(1);
    expect(finder.groups()).toHaveLength(1);
    expect(finder.passages(8).length).toBeGreaterThan(0);
  }, 20_000);

  it('tell 500 copies of a story once, with 500 places', () => {
    const finder = createCopyFinder();
    const story = own('story', 300);
    for (let copy = 0; copy < 500; copy += 1)
      finder.add({ id: `copy ${1000 + copy}`, text: `${own(`head${copy}x`, 6)}\n${story}` });
    const passages = finder.passages(8);
    expect(passages).toHaveLength(1);
    expect(passages[0]?.occurrences).toHaveLength(500);
    expect(finder.groups()[0]?.documents).toHaveLength(500);
    expect(finder.copiesOf('copy 1007', { start: 60, end: 200 }).occurrences).toHaveLength(500);
  }, 20_000);
});

describe('passages', () => {
  it('hang on one exemplar: two that overlap in a document are not made one', () => {
    const [first, second, third] = [own('first', 12), own('second', 12), own('third', 12)];
    const finder = createCopyFinder();
    finder.add({ id: 'middle', text: `${first} ${second} ${third}` });
    finder.add({ id: 'one', text: `${own('x', 9)} ${first} ${second} ${own('y', 9)}` });
    finder.add({ id: 'other', text: `${own('z', 9)} ${second} ${third} ${own('w', 9)}` });
    const told = finder
      .passages(8)
      .map(({ words, occurrences }) => [words, occurrences.map(({ document }) => document)]);
    expect(told).toEqual([
      [24, ['middle', 'one']],
      [24, ['middle', 'other']],
      [12, ['one', 'other']],
    ]);
  });

  it('are told from the length that is asked for', () => {
    const finder = createCopyFinder();
    finder.add({ id: 'a', text: own('same', 10) });
    finder.add({ id: 'b', text: own('same', 10) });
    expect(finder.passages(10)).toHaveLength(1);
    expect(finder.passages(11)).toHaveLength(0);
  });
});

describe('groups', () => {
  it('never hold a near-copy of a member that is none of the leader', () => {
    const [a, b, c] = [own('a', 60), own('b', 40), own('c', 60)];
    const finder = createCopyFinder();
    finder.add({ id: 'leader', text: `${a} ${b} ${own('l', 30)}` });
    finder.add({ id: 'member', text: `${a} ${b}` });
    finder.add({ id: 'stranger', text: `${b} ${c}` });
    expect(finder.groups().map((group) => group.documents.map(({ document }) => document))).toEqual([
      ['leader', 'member'],
    ]);
  });

  it('say how much of the shorter document is in the leader', () => {
    const finder = createCopyFinder();
    finder.add({ id: 'long', text: `${own('same', 90)} ${own('more', 60)}` });
    finder.add({ id: 'short', text: `${own('same', 90)} ${own('else', 10)}` });
    expect(finder.groups()).toEqual([
      {
        leader: 'long',
        documents: [
          { document: 'long', containment: 1 },
          { document: 'short', containment: 0.9 },
        ],
      },
    ]);
  });
});

describe('page furniture', () => {
  it.each([
    'Read more about this and other stories on our pages today',
    'Share this article:',
    'Leave a Reply',
    'Sign up for our newsletter and get ten stories every morning',
  ])('is not linked: %s', (line) => {
    const finder = createCopyFinder();
    finder.add({ id: 'a', text: `${own('a', 30)}\n${line}\n` });
    finder.add({ id: 'b', text: `${own('b', 30)}\n${line}\n` });
    const start = own('a', 30).length + 1;
    expect(finder.passages(1)).toEqual([]);
    expect(finder.copiesOf('a', { start, end: start + line.length })).toMatchObject({
      occurrences: [{ document: 'a' }],
      elsewhere: [{ document: 'b', reason: 'page furniture' }],
    });
  });
});

describe('a document that is not there', () => {
  it('is a bug in the caller', () => {
    expect(() => createCopyFinder().copiesOf('nowhere', { start: 0, end: 1 })).toThrow('no document nowhere');
  });

  it('is replaced when one of the same id is added', () => {
    const finder = createCopyFinder();
    finder.add({ id: 'a', text: own('same', 20) });
    finder.add({ id: 'b', text: own('same', 20) });
    finder.add({ id: 'b', text: own('other', 20) });
    expect(finder.sharedIn('a')).toEqual([]);
  });
});
