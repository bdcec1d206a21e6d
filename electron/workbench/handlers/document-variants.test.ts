import { describe, expect, it } from 'vitest';
import expected from '#seeds/expected.json' with { type: 'json' };
import { articleOf, fiveArticles, projectWith, valueOf } from '../testing/five-articles.ts';
import type { Workbench } from '../workbench.ts';

/** What only this document has, each with the names of the documents that lack it. */
function insertions(workbench: Workbench, name: string): readonly string[] {
  const { id } = valueOf(workbench.resolveDocument(name));
  const text = workbench.text(id);
  const names = new Map(workbench.documents().map((document) => [document.id, document.name.slice(0, 3)]));
  return valueOf(workbench.call('document.variants', { document: id })).insertions.map(
    ({ start, end, lackedBy }) =>
      `${text.slice(start, end)} [${start},${end}) ${lackedBy.map((other) => names.get(other)).join(' ')}`,
  );
}

describe('what only one copy has', () => {
  it.each(expected.insertions)('is told of $document as it is known', ({ document, candidates }) => {
    const known = candidates.map(({ start, end, lackedBy }) => `[${start},${end}) ${lackedBy.join(' ')}`);
    expect(insertions(projectWith(fiveArticles), document).map((line) => line.slice(line.indexOf('[')))).toEqual(known);
  });

  it('is nothing once another copy with it is there, and nothing in a document without copies', () => {
    const workbench = projectWith(fiveArticles);
    const text = fiveArticles[1]?.text ?? '';
    valueOf(workbench.importDocuments([articleOf('009.txt', `${text} One sentence more.`)]));
    expect(insertions(workbench, '001')).toEqual([]);
    expect(insertions(workbench, '003')).toEqual([]);
  });

  it('is refused for a document that is not there', () => {
    const answer = projectWith(fiveArticles).call('document.variants', { document: 'nine' });
    expect(answer.ok ? '' : answer.error.type).toBe('UnknownDocument');
  });
});
