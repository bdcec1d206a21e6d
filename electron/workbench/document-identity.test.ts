/** Which article is which when it comes a second time. */
import { describe, expect, test } from 'vitest';
import { articleOf, fiveArticles, projectWith, valueOf } from './testing/five-articles.ts';
import { refusalOf } from './testing/names.ts';

describe('an article that comes again', () => {
  test('is there already; under another name it is a copy', () => {
    const workbench = projectWith(fiveArticles);
    const [first] = fiveArticles;
    if (first === undefined) throw new Error('five articles');
    const [again] = valueOf(workbench.importDocuments([first]));
    const [twin] = valueOf(workbench.importDocuments([{ ...first, name: 'twin.txt' }]));
    expect([again?.status, again?.reason, twin?.status, twin?.reason]).toEqual([
      'already there',
      '“000_1f2ab917020fb0bb.txt” is in the project already, with the same text.',
      'added',
      'Its text is the same as that of “000_1f2ab917020fb0bb.txt”.',
    ]);
  });

  test('with another text under its name gets a name of its own', () => {
    const workbench = projectWith([
      articleOf('a.txt', 'One text of some words.'),
      articleOf('a.txt', 'Another text of some words.'),
    ]);
    expect(workbench.documents().map(({ name }) => name)).toEqual(['a (2).txt', 'a.txt']);
    expect(refusalOf(workbench.resolveDocument('a') as never)).toMatch(/^AmbiguousDocument/u);
  });
});
