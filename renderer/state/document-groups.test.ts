import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRows } from '#shared/contract/row-map.ts';
import type { CollationRow, DocumentRow } from '#shared/contract/rows.ts';
import { createDocumentGroups } from './document-groups.ts';
import { documentRow } from './project.fixture.ts';

type Documents = ReadonlyMap<string, DocumentRow>;
type Collations = ReadonlyMap<string, CollationRow>;
const byName = (a: DocumentRow, b: DocumentRow): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** All groups made anew, as text: members in order, the one that leads with a star. */
function naively(documents: Documents, collations: Collations): readonly string[] {
  const members = Map.groupBy([...documents.keys()], (id) => collations.get(id)?.group ?? '');
  members.delete('');
  const leads = (id: string): boolean => collations.get(id)?.leads ?? false;
  return [...members.values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => ids.toSorted((a, b) => Number(leads(b)) - Number(leads(a)) || (a < b ? -1 : 1)))
    .toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
    .map((ids) => ids.join(' '));
}

describe('the groups of the library', () => {
  it('are after any changes what making them anew would give', () => {
    const id = fc.nat({ max: 12 }).map((number) => `d${String(number).padStart(2, '0')}`);
    const change = fc.record({
      id,
      exists: fc.boolean(),
      group: fc.option(fc.constantFrom('g1', 'g2', 'g3'), { nil: null }),
      leads: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }), (commits) => {
        const groupsOf = createDocumentGroups(byName);
        let documents: Documents = new Map();
        let collations: Collations = new Map();
        for (const changes of commits) {
          for (const { id: key, exists, group, leads } of changes) {
            documents = changedRows(documents, [[key, exists ? documentRow(key, key) : null]]);
            const row = { document: key, group, leads, containment: 1, shared: 0 };
            collations = changedRows(collations, [[key, exists ? row : null]]);
          }
          const { groups, of } = groupsOf(documents, collations);
          expect(groups.map((group) => group.documents.map((row) => row.id).join(' '))).toEqual(
            naively(documents, collations),
          );
          for (const group of groups) for (const row of group.documents) expect(of(row.id)).toBe(group);
        }
      }),
    );
  });
});
