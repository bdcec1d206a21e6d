import { expect, it } from 'vitest';
import { createChosenPaths } from './chosen-paths.ts';

it('what was chosen is known to the window that chose it, for what it was chosen for, until it chooses again', () => {
  const chosen = createChosenPaths();
  const token = chosen.keep(1, 'articles', ['/a.txt']);
  expect([
    chosen.of(1, 'articles', token),
    chosen.of(2, 'articles', token),
    chosen.of(1, 'annotations', token),
    chosen.of(1, 'articles', '/a.txt'),
  ]).toEqual([['/a.txt'], null, null, null]);
  const next = chosen.keep(1, 'articles', ['/b.txt']);
  expect([chosen.of(1, 'articles', token), chosen.of(1, 'articles', next)]).toEqual([null, ['/b.txt']]);
  chosen.forget(1);
  expect(chosen.of(1, 'articles', next)).toBeNull();
});
