/** One step back for one act, whatever it touched. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from './open.ts';
import { fiveArticles, projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';
import { counts, places, refusalOf, tag } from './testing/names.ts';

describe('undo', () => {
  test('takes an act back in one step however many copies it touched, and says where it was', () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '002', 459, 487);
    const { place, type } = valueOf(workbench.call('history.undo', {}));
    expect([type, places(workbench, place === null ? [] : [place])]).toEqual(['annotation-tagged', ['002 [459,487)']]);
    expect(counts(workbench)).toEqual([]);
  });

  test('of an import has no place to show: what was brought in is gone', () => {
    const [first, second, ...rest] = fiveArticles;
    if (first === undefined || second === undefined) throw new Error('five articles');
    const workbench = projectWith([first, ...rest]);
    tag(workbench, '000', 632, 737);
    valueOf(workbench.importDocuments([second]));
    expect(valueOf(workbench.call('history.undo', {})).place).toBeNull();
  });

  test('does not go behind the beginning of a project that came filled', () => {
    const workbench = projectWith(fiveArticles);
    workbench.found();
    expect(refusalOf(workbench.call('history.undo', {}))).toMatch(/^NothingToUndo/u);
    tag(workbench, '002', 459, 487);
    expect(workbench.call('history.undo', {}).ok).toBe(true);
    expect(workbench.documents().length).toBe(5);
    expect(workbench.rebuild().differed).toEqual([]);
  });

  test('in parts stops where another has brought back what the first parts took away', () => {
    const path = join(temporaryFolder(), 'p.variorum');
    const other = projectWith(fiveArticles, path);
    const workbench = valueOf(openProject(path));
    const done: number[] = [];
    const write = <T>(transaction: () => T): T => {
      const result = transaction();
      if (done.length === 0) valueOf(other.call('history.redo', {}));
      return result;
    };
    const answer = workbench.reverseInParts('undo', { part: 2, write, onPart: (count) => done.push(count) });
    expect([refusalOf(answer).split(':')[0], done]).toEqual(['ReversalReversed', [2]]);
    expect(workbench.documents().length).toBe(5);
    valueOf(workbench.call('history.undo', {}));
    valueOf(workbench.call('history.redo', {}));
    expect(workbench.documents().length).toBe(5);
  });

  test('at the beginning says that there is nothing to undo', () => {
    const workbench = projectWith([]);
    expect(refusalOf(workbench.call('history.undo', {}))).toBe('NothingToUndo: There is nothing to undo.');
    expect(refusalOf(workbench.call('history.redo', {}))).toBe('NothingToRedo: There is nothing to redo.');
  });
});
