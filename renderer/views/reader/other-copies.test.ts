import { describe, expect, it } from 'vitest';
import type { ReadCopies } from '#shared/contract/methods.ts';
import { err, ok } from '#shared/text/result.ts';
import { otherCopies, toldPlaces } from './other-copies.ts';

const place = (document: string, start: number, end: number) => ({ document, start, end });
const listed = (document: string, start: number, end: number) => ({
  ...place(document, start, end),
  text: 'words',
  reason: '',
});
const answer = (unread: number, ...elsewhere: ReadCopies['elsewhere']) => ok({ occurrences: [], elsewhere, unread });
const ids = (copies: readonly { readonly id: string }[]) => copies.map(({ id }) => id).toSorted();

describe('where else a paragraph stands', () => {
  it('is what all of its stretches found in other documents, the longest of those that overlap', () => {
    const { copies } = otherCopies('a', [
      answer(0, listed('a', 0, 9), listed('b', 0, 9)),
      answer(0, listed('b', 5, 20), listed('c', 0, 9)),
    ]);
    expect(ids(copies)).toEqual(['b/5/20', 'c/0/9']);
  });

  it('says how many documents were not looked through', () => {
    expect(otherCopies('a', [answer(3), answer(70), answer(0)]).unread).toBe(70);
  });

  it('says why a stretch was not looked up, and keeps what the others found', () => {
    const refused = err({ type: 'Bug', message: 'Something went wrong.' });
    const { copies, failure } = otherCopies('a', [refused, answer(0, listed('b', 0, 9))]);
    expect([ids(copies), failure]).toEqual([['b/0/9'], 'Something went wrong.']);
    expect(otherCopies('a', [answer(0)]).failure).toBeNull();
  });

  it('until it is looked up is what the stretches tell, each place once', () => {
    const elsewhere = [place('b', 0, 9), place('c', 4, 8)];
    const stretches = [
      { start: 0, end: 9, elsewhere, places: 2 },
      { start: 3, end: 9, elsewhere: [place('b', 0, 9), place('b', 3, 8)], places: 2 },
    ];
    expect(ids(toldPlaces(stretches))).toEqual(['b/0/9', 'c/4/8']);
  });
});
