import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentGroups } from '#renderer/state/document-groups.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
import {
  createLibraryLines,
  documentLineSize,
  groupLineSize,
  type LibraryLine,
  type LibraryLines,
  type LibraryQuestion,
} from './library-rows.ts';

const document = (id: string, title: string, source = ''): DocumentRow => ({
  id,
  name: `${id}.txt`,
  title,
  length: 10,
  sha256: id,
  source,
  date: '',
  author: '',
  url: '',
});
const a = document('a', 'A fire in town');
const b = document('b', 'Fire in the old town');
const c = document('c', 'Café closed');

function groupsOf(...groups: readonly (readonly DocumentRow[])[]): DocumentGroups {
  const all = groups.map((documents) => ({ id: documents[0]?.id ?? '', documents }));
  return { groups: all, of: (id) => all.find(({ documents }) => documents.some((one) => one.id === id)) };
}
const question: LibraryQuestion = { documents: [a, b, c], groups: groupsOf([b, a]), folded: new Set(), filter: '' };

const linesOf = (asked: LibraryQuestion): LibraryLines => createLibraryLines()(asked);
const listed = (lines: LibraryLines): readonly LibraryLine[] =>
  Array.from({ length: lines.count }, (_, at) => lines.lineAt(at)).filter((line) => line !== undefined);
const read = (lines: LibraryLines): readonly string[] =>
  listed(lines).map((line) =>
    line.type === 'group' ? `group of ${line.copies}` : `${'  '.repeat(line.level - 1)}${line.key}`,
  );

describe('the library', () => {
  it('shows groups first, the one that leads before its copies, then what stands alone', () => {
    expect(read(linesOf(question))).toEqual(['group of 2', '  b', '  a', 'c']);
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
    expect(read(linesOf({ ...question, documents, groups: groupsOf(), filter: 'planet fire' }))).toEqual(['d']);
  });

  it('says for each line where it stands among its siblings', () => {
    const places = listed(linesOf(question)).map(({ place, siblings }) => `${place}/${siblings}`);
    expect(places).toEqual(['1/2', '1/2', '2/2', '2/2']);
  });

  it('keeps the lines that say the same', () => {
    const remembering = createLibraryLines();
    const before = listed(remembering(question));
    const renamed = { ...c, title: 'Café open' };
    const after = listed(remembering({ ...question, documents: [a, b, renamed] }));
    expect(after.map((line, at) => line === before[at])).toEqual([true, true, true, false]);
  });

  it('places every line right below the one before, and finds each by where it lies and by its key', () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.nat(5), fc.array(fc.nat(5), { maxLength: 3 }), (groupSizes, alone, foldedAt) => {
        const grouped = groupSizes.map((size, group) =>
          Array.from({ length: size }, (_, at) => document(`g${group}-${at}`, 'x')),
        );
        const documents = [...grouped.flat(), ...Array.from({ length: alone }, (_, at) => document(`s${at}`, 'x'))];
        const folded = new Set(foldedAt.map((at) => `g${at}-0`));
        const lines = linesOf({ documents, groups: groupsOf(...grouped), folded, filter: '' });
        let start = 0;
        for (const [at, line] of listed(lines).entries()) {
          expect([lines.startOf(at), lines.rowAt(start), lines.indexOf(line.key)]).toEqual([start, at, at]);
          start += line.type === 'group' ? groupLineSize : documentLineSize;
        }
        expect(lines.startOf(lines.count)).toBe(start);
      }),
    );
  });
});
