import { describe, expect, it } from 'vitest';
import type { ReadOccurrence } from '#shared/contract/methods.ts';
import { tagReach } from './tag-reach.ts';

const found = (status: ReadOccurrence['status'], counted: boolean): ReadOccurrence => ({
  document: 'a',
  start: 0,
  end: 1,
  status,
  coverage: 1,
  counted,
  text: 'x',
});
const elsewhere = { document: 'b', start: 0, end: 1, text: 'x', reason: '' };

describe('what tagging would do', () => {
  it('names places by what was found, and what is only listed', () => {
    const occurrences = [found('exact', true), found('edited', true), found('exact', true)];
    expect(tagReach({ occurrences, elsewhere: [elsewhere, elsewhere], unread: 0 })).toBe(
      'Tagging will reach 3 places: 2 exact, 1 edited; same wording in 2 more',
    );
  });

  it('counts the documents, and not the places, of words that stand in too many', () => {
    expect(tagReach({ occurrences: [found('exact', true)], elsewhere: [elsewhere, elsewhere], unread: 1960 })).toBe(
      'Tagging will reach this place only; same wording in 1,961 other documents',
    );
  });

  it('keeps apart what would wait for a look', () => {
    expect(tagReach({ occurrences: [found('exact', true), found('differs', false)], elsewhere: [], unread: 0 })).toBe(
      'Tagging will reach this place only; 1 copy to look at',
    );
  });
});
