import { describe, expect, test } from 'vitest';
import expected from '#seeds/expected.json' with { type: 'json' };
import { fiveArticles, projectWith } from './testing/five-articles.ts';
import type { Workbench } from './workbench.ts';

/** Articles are called by the first three figures of their file names, as in `seeds/expected.json`. */
function short(workbench: Workbench): (document: string) => string {
  const names = new Map(workbench.documents().map(({ id, name }) => [id, name.slice(0, 3)]));
  return (document) => names.get(document) ?? document;
}

function passageDocuments(workbench: Workbench): readonly string[] {
  const called = short(workbench);
  return Array.from(workbench.passages(5), ({ occurrences }) =>
    occurrences
      .map(({ document }) => called(document))
      .toSorted((a, b) => a.localeCompare(b))
      .join(' '),
  ).toSorted((a, b) => a.localeCompare(b));
}

const orders: readonly (readonly [string, readonly number[]])[] = [
  ['in the order of their names', [0, 1, 2, 3, 4]],
  ['in the opposite order', [4, 3, 2, 1, 0]],
  ['the near-copies last', [0, 3, 4, 2, 1]],
  ['the second first', [1, 0, 2, 3, 4]],
];

describe('the five articles in a project', () => {
  test.each(orders)('share five passages, each with all its places, brought in %s', (_, order) => {
    const articles = fiveArticles;
    const workbench = projectWith(order.flatMap((at) => articles[at] ?? []));
    expect(passageDocuments(workbench)).toEqual(['000 001 002', '000 001 002', '000 001 002', '000 002', '001 002']);
    expect(workbench.overview()).toEqual({ documents: 5, groups: 1, sharedPassages: 5 });
    workbench.close();
  });

  test('say of each copy how it stands to the first, and take none for boilerplate', () => {
    const workbench = projectWith(fiveArticles);
    const statuses = Array.from(workbench.passages(5), ({ boilerplate, occurrences }) =>
      [boilerplate ? 'boilerplate' : 'passage', ...occurrences.map(({ status }) => status)].join(' '),
    );
    expect(statuses.every((line) => line.startsWith('passage exact '))).toBe(true);
    expect(statuses.flatMap((line) => line.split(' ')).filter((word) => word === 'edited').length).toBeGreaterThan(3);
    workbench.close();
  });

  test('have the one near-copy in a group with the article that holds it', () => {
    const workbench = projectWith(fiveArticles);
    const called = short(workbench);
    const groups = workbench
      .groups()
      .map(({ documents }) => documents.map(({ document }) => called(document)).toSorted((a, b) => a.localeCompare(b)));
    expect(groups).toEqual(expected.groups);
    workbench.close();
  });

  test.each(expected.neverLinked.documents)('never link a document that copies nothing: %s', (name) => {
    const workbench = projectWith(fiveArticles);
    const called = short(workbench);
    const mentions = Array.from(workbench.passages(1), ({ occurrences }) => occurrences)
      .flat()
      .filter(({ document }) => called(document) === name);
    expect(mentions).toEqual([]);
    workbench.close();
  });
});
