import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addingLimits } from '#shared/collation/detection.ts';
import { noEquivalents } from '#shared/collation/equivalents.ts';
import { indexDocument } from '#shared/collation/indexed-document.ts';
import { openCollationIndex, type CollationIndex } from './collation-index.ts';
import { prepareCollationTables } from './schema.ts';

/** Small enough that a handful of documents goes through segments, merges and caches. */
const limits = { words: 4096, postings: 4096, flush: 2 };

interface Library {
  readonly db: Database.Database;
  readonly texts: Map<string, string>;
  readonly index: CollationIndex;
}

function library(
  db = new Database(':memory:'),
  texts = new Map<string, string>(),
  versionsOf?: (document: string) => readonly string[],
): Library {
  if (texts.size === 0) prepareCollationTables(db);
  const index = openCollationIndex(
    db,
    (id) => texts.get(id) ?? '',
    () => noEquivalents,
    limits,
    versionsOf,
  );
  return { db, texts, index };
}

function add({ db, texts, index }: Library, id: string, text: string): void {
  texts.set(id, text);
  db.transaction(() => index.add([{ id, source: '', text }]))();
}

function linksOf({ index, texts }: Library, id: string): string {
  const slot = index.documents.slotOf(id) ?? 0;
  const own = indexDocument({ id, text: texts.get(id) ?? '' }, slot);
  return index
    .linksNear(own, { from: 0, to: own.words.length })
    .map(({ document }) => document.id)
    .toSorted()
    .join(' ');
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

/** Whether two texts share eight words in a row, by trying every pair of places. */
function sharesEight(a: string, b: string): boolean {
  const [one, other] = [words(a), words(b)];
  return one.some((_, at) =>
    other.some((__, there) =>
      [0, 1, 2, 3, 4, 5, 6, 7].every((n) => one[at + n] !== undefined && one[at + n] === other[there + n]),
    ),
  );
}

const word = fc.constantFrom('ash', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'larch', 'maple', 'oak', 'pine');
const sentence = fc.array(word, { minLength: 8, maxLength: 14 }).map((all) => all.join(' '));
const collections = fc
  .tuple(
    fc.array(sentence, { minLength: 2, maxLength: 4 }),
    fc.array(fc.array(fc.tuple(fc.nat(3), sentence), { maxLength: 4 }), { maxLength: 7 }),
  )
  .map(([shared, documents]) =>
    documents.map((parts) =>
      parts
        .flatMap(([pick, own]) => [shared[pick] ?? '', own])
        .filter((part) => part !== '')
        .join(' '),
    ),
  );

describe('the index of copies', () => {
  it('links every two documents that share eight words in a row, as trying every pair of places does', () => {
    fc.assert(
      fc.property(collections, (texts) => {
        const shelf = library();
        for (const [at, text] of texts.entries()) add(shelf, `d${at}`, text);
        const reopened = library(shelf.db, shelf.texts);
        for (const [at, text] of texts.entries()) {
          const expected = texts.flatMap((other, there) =>
            there !== at && sharesEight(text, other) ? [`d${there}`] : [],
          );
          const found = new Set(linksOf(shelf, `d${at}`).split(' '));
          expect(expected.filter((id) => !found.has(id))).toEqual([]);
          expect(linksOf(reopened, `d${at}`)).toBe(linksOf(shelf, `d${at}`));
        }
        shelf.db.close();
      }),
      { numRuns: 60 },
    );
  });

  it('answers after documents were removed as if they had never been there', () => {
    fc.assert(
      fc.property(collections, fc.array(fc.nat(6)), (texts, gone) => {
        const shelf = library();
        const pure = library();
        for (const [at, text] of texts.entries()) {
          add(shelf, `d${at}`, text);
          if (!gone.includes(at)) add(pure, `d${at}`, text);
        }
        shelf.db.transaction(() => shelf.index.remove(gone.map((at) => `d${at}`)))();
        for (const at of texts.keys()) {
          if (!gone.includes(at)) expect(linksOf(shelf, `d${at}`)).toBe(linksOf(pure, `d${at}`));
        }
        shelf.db.close();
        pure.db.close();
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from what is on disk when a transaction is taken back', () => {
    const shelf = library();
    const shared = 'alpha beta gamma delta epsilon zeta eta theta iota kappa';
    for (const id of ['a', 'b', 'c']) add(shelf, id, `${id} ${shared} ${id}`);
    expect(() =>
      shelf.db.transaction(() => {
        shelf.texts.set('lost', shared);
        shelf.index.add([{ id: 'lost', source: '', text: shared }]);
        throw new Error('the disk is full');
      })(),
    ).toThrow('the disk is full');
    add(shelf, 'd', `d ${shared} d`);
    expect(linksOf(shelf, 'd')).toBe('a b c');
    expect(linksOf(shelf, 'a')).toBe('b c d');
  });

  it('sees what another connection has added', () => {
    const shelf = library();
    const other = library(shelf.db, shelf.texts.set('first', 'x'));
    const shared = 'alpha beta gamma delta epsilon zeta eta theta iota kappa';
    add(shelf, 'a', shared);
    add(other, 'b', shared);
    add(shelf, 'c', shared);
    expect(linksOf(other, 'b')).toBe('a c');
  });

  it('holds a new copy of a story with hundreds of copies against a few of them, and keeps all in one passage', () => {
    const shelf = library();
    const story = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
    let most = 0;
    for (let copy = 0; copy < 300; copy += 1) {
      const text = `${story} paper${copy}`;
      shelf.texts.set(`p${copy}`, text);
      const [added] = shelf.db.transaction(() => shelf.index.add([{ id: `p${copy}`, source: '', text }]))();
      most = Math.max(most, added?.links.length ?? 0);
    }
    expect(most).toBe(addingLimits.covers / addingLimits.nearCopy);
    expect(shelf.index.places.count()).toBe(1);
    expect(shelf.index.places.placesOfPassage(1)).toHaveLength(300);
    expect(linksOf(shelf, 'p299').split(' ')).toHaveLength(299);
    expect(shelf.index.groups()).toBe(1);
  });

  it('learns the line that a paper prints under its stories, and tells the passage it had taken it for', () => {
    const shelf = library();
    const line = 'The editors of this paper thank all of their faithful readers for the support';
    const addStory = (id: string): number => {
      const body = Array.from({ length: 2 }, (_, at) =>
        Array.from({ length: 100 }, (__, word) => `${id}x${at}x${word}`).join(' '),
      );
      const text = `${body.join('\n\n')}\n\n${line}`;
      shelf.texts.set(id, text);
      return shelf.db.transaction(() => shelf.index.add([{ id, source: 'Herald', text }]))()[0]?.links.length ?? 0;
    };
    const links = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(addStory);
    expect(links.join(' ')).toBe('0 1 2 3 4 0 0');
    expect(shelf.index.places.passagesAfter(0, 10).map(({ boilerplate }) => boilerplate)).toEqual([1]);
    expect(shelf.index.places.count()).toBe(0);
  });

  it('finds rows of words from one word on', () => {
    const shelf = library();
    add(shelf, 'a', 'The U.S. said so.');
    add(shelf, 'b', 'He said the US and the EU were 3.5 apart.');
    const found = (...row: readonly string[]): string => shelf.index.wording.holders(row, 10).join(' ');
    expect([found('us'), found('the', 'us'), found('us', 'and', 'the'), found('3.5'), found('apart', 'were')]).toEqual([
      '1 2',
      '1 2',
      '2',
      '2',
      '',
    ]);
  });

  it('keeps the states of an article together, and what was there for the sake of one that leaves no longer', () => {
    const states = ['old', 'new', 'newest'];
    const versionsOf = (id: string): readonly string[] =>
      states.includes(id) ? states.filter((state) => state !== id && shelf.texts.has(state)) : [];
    const shelf: Library = library(undefined, undefined, versionsOf);
    const story = (from: number): string => Array.from({ length: 60 }, (_, at) => `word${from + at}`).join(' ');
    const put = (id: string, from: number): void => {
      const versions = versionsOf(id);
      const text = story(from);
      shelf.texts.set(id, text);
      shelf.db.transaction(() => shelf.index.add([{ id, source: '', text, versions }]))();
    };
    const remove = (id: string): void => {
      shelf.texts.delete(id);
      shelf.db.transaction(() => shelf.index.remove([id]))();
    };
    const group = (): string => {
      const rows = shelf.index.documents.rows().filter(({ leader }) => leader !== 0);
      const named = rows.map(({ document, slot, leader }) => (slot === leader ? `${document}!` : document)).join(' ');
      return `${shelf.index.groups()}: ${named}`;
    };
    put('old', 0);
    put('copy of old', 0);
    put('new', 1000);
    put('copy of new', 1000);
    put('newest', 2000);
    const told = [group()];
    for (const id of ['newest', 'new', 'copy of old']) {
      remove(id);
      told.push(group());
    }
    put('newest', 2000);
    told.push(group());
    remove('old');
    told.push(group());
    expect(told).toEqual([
      '1: old! copy of old new copy of new newest',
      '1: old! copy of old new copy of new',
      '1: old! copy of old',
      '0: ',
      '1: old! newest',
      '0: ',
    ]);
  });

  it('lets the next state of an article lead where the first leaves', () => {
    const states = ['old', 'new', 'newest'];
    const shelf: Library = library(undefined, undefined, (id) =>
      states.filter((state) => state !== id && shelf.texts.has(state)),
    );
    for (const [at, id] of states.entries()) {
      const text = Array.from({ length: 30 }, (_, word) => `w${at * 1000 + word}`).join(' ');
      shelf.texts.set(id, text);
      shelf.db.transaction(() => shelf.index.add([{ id, source: '', text, versions: states.slice(0, at) }]))();
    }
    shelf.texts.delete('old');
    shelf.db.transaction(() => shelf.index.remove(['old']))();
    const [first, second] = shelf.index.documents.rows();
    expect([first?.document, second?.leader, first?.slot === second?.leader, shelf.index.groups()]).toEqual([
      'new',
      first?.slot,
      true,
      1,
    ]);
  });
});
