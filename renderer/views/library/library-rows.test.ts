import { describe, expect, it } from 'vitest';
import type { DocumentRow } from '#shared/contract/rows.ts';
import { createLibraryLines, leaderFirst, type LibraryLine, type LibraryQuestion } from './library-rows.ts';

const document = (id: string, title: string, source = ''): DocumentRow => ({
  id,
  name: `${id}.txt`,
  title,
  length: 10,
  sha256: id,
  source,
  date: '',
});
const a = document('a', 'A fire in town');
const b = document('b', 'Fire in the old town');
const c = document('c', 'Café closed');
const groups = [{ id: 'b', documents: [a, b] }];
const question: LibraryQuestion = { documents: [a, b, c], groups, folded: new Set(), filter: '' };

const linesOf = (asked: LibraryQuestion): readonly LibraryLine[] => createLibraryLines()(asked);
const read = (lines: readonly LibraryLine[]): readonly string[] =>
  lines.map((line) =>
    line.type === 'group' ? `group of ${line.copies}` : `${'  '.repeat(line.level - 1)}${line.key}`,
  );

describe('the library', () => {
  it('shows groups first, their leader before the other copies, then what stands alone', () => {
    expect(read(linesOf(question))).toEqual(['group of 2', '  b', '  a', 'c']);
    expect(leaderFirst({ id: 'b', documents: [a, b] })).toEqual([b, a]);
  });

  it('leaves out the members of a folded group', () => {
    expect(read(linesOf({ ...question, folded: new Set(['b']) }))).toEqual(['group of 2', 'c']);
  });

  it('finds words of title and name in any order, without case and accents, in folded groups too', () => {
    expect(read(linesOf({ ...question, filter: 'cafe' }))).toEqual(['c']);
    expect(read(linesOf({ ...question, filter: 'OLD fire', folded: new Set(['b']) }))).toEqual(['group of 2', '  b']);
    expect(read(linesOf({ ...question, filter: 'c.txt' }))).toEqual(['c']);
  });

  it('finds a document by who published it', () => {
    const documents = [a, document('d', 'A fire in town', 'The Daily Planet')];
    expect(read(linesOf({ ...question, documents, groups: [], filter: 'planet fire' }))).toEqual(['d']);
  });

  it('says for each line where it stands among its siblings', () => {
    const places = linesOf(question).map(({ place, siblings }) => `${place}/${siblings}`);
    expect(places).toEqual(['1/2', '1/2', '2/2', '2/2']);
  });

  it('keeps the lines that say the same', () => {
    const remembering = createLibraryLines();
    const before = remembering(question);
    const renamed = { ...c, title: 'Café open' };
    const after = remembering({ ...question, documents: [a, b, renamed] });
    expect(after.map((line, at) => line === before[at])).toEqual([true, true, true, false]);
  });
});
