/** One copy of a passage by itself: detached, attached, taken in from elsewhere. */
import { describe, expect, test } from 'vitest';
import { fiveArticles, projectWith, valueOf } from './testing/five-articles.ts';
import { counts, idOf, refusalOf, tag } from './testing/names.ts';

describe('one occurrence', () => {
  test('can be detached and attached again; the others stay', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation } = tag(workbench, '002', 459, 487);
    const at = { annotation, document: idOf(workbench, '001'), start: 387 };
    valueOf(workbench.call('occurrence.detach', { ...at, reason: 'another speaker' }));
    expect(counts(workbench)).toEqual(['claim 1·2']);
    expect(refusalOf(workbench.call('occurrence.detach', at))).toMatch(
      /^AlreadyDetached: The occurrence at 387 in “001/u,
    );
    valueOf(workbench.call('occurrence.attach', at));
    expect(counts(workbench)).toEqual(['claim 1·3']);
    expect(refusalOf(workbench.call('occurrence.attach', at))).toMatch(/^AlreadyAttached/u);
  });

  test('that was only listed elsewhere can be taken in, and undo lists it again', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation } = tag(workbench, '002', 459, 487);
    valueOf(workbench.call('occurrence.attach', { annotation, document: idOf(workbench, '002'), start: 414 }));
    expect([counts(workbench), counts(workbench, '002')]).toEqual([['claim 1·4'], ['claim 1·2']]);
    expect(valueOf(workbench.call('annotation.elsewhere', { annotation })).places.length).toBe(2);
    valueOf(workbench.call('history.undo', {}));
    expect(valueOf(workbench.call('annotation.elsewhere', { annotation })).places.length).toBe(3);
  });
});

describe('an occurrence taken in from elsewhere', () => {
  test('that is only part of the wording says so', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation, elsewhere } = tag(workbench, '001', 0, 2015);
    const part = elsewhere.find(({ reason }) => reason === 'small part');
    valueOf(workbench.call('occurrence.attach', { annotation, document: part?.document, start: part?.start }));
    const taken = workbench.annotations()[0]?.occurrences.find(({ start }) => start === part?.start);
    expect([taken?.status, taken?.counted, (taken?.coverage ?? 1) < 0.3]).toEqual(['partial', true, true]);
  });

  test('is refused where another annotation of hers with that label stands already', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation } = tag(workbench, '002', 459, 487);
    tag(workbench, '000', 492, 520);
    const attached = workbench.call('occurrence.attach', { annotation, document: idOf(workbench, '001'), start: 342 });
    expect(refusalOf(attached)).toBe(
      'TaggedAlready: The words at 342 in “001_4edc83eb83c6ee5b.txt” bear that label already, in another annotation. Delete or detach that one first.',
    );
  });
});
