import type { DecorationSet } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { changeInsertions, insertionsOf, untagged } from './insertion-plugin.ts';
import type { OccurrenceToDraw } from './drawn.ts';
import { readerState } from './reader-state.fixture.ts';

const candidate = (start: number, end: number) => ({ start, end, lackedBy: ['d2', 'd3'] });

function occurrence(
  label: string,
  start: number,
  end: number,
  verdict: 'attached' | 'detached' | null = null,
): OccurrenceToDraw {
  const row = {
    annotation: 'A',
    document: 'd1',
    start,
    end,
    status: 'exact',
    coverage: 1,
    verdict,
    reason: '',
  } as const;
  return { key: `A d1 ${start}`, annotation: { id: 'A', label }, occurrence: row };
}

describe('the marks of what only this copy has', () => {
  it('stand on each paragraph they reach into, and say who lacks it', () => {
    const bare = readerState('one two\nthree four');
    const state = bare.apply(changeInsertions(bare.tr, [candidate(4, 13)]));
    const marks = state.plugins
      .flatMap((plugin) => (plugin.props.decorations?.call(plugin, state) as DecorationSet | undefined)?.find() ?? [])
      .map(({ from, to, ...decoration }) => {
        const { attrs } = (decoration as unknown as { type: { attrs: Record<string, string> } }).type;
        return `${state.doc.textBetween(from, to)}: ${attrs['title'] ?? ''}`;
      });
    expect(marks).toEqual(['two: not in d2 d3', 'three: not in d2 d3']);
    expect(insertionsOf(state)).toEqual([candidate(4, 13)]);
  });

  it('give way to an editorial insertion tagged there, and to nothing else', () => {
    const left = (...occurrences: readonly OccurrenceToDraw[]) =>
      untagged([candidate(0, 5), candidate(10, 20)], occurrences).map(({ start }) => start);
    expect(left(occurrence('editorial-insertion', 4, 6))).toEqual([10]);
    expect(left(occurrence('editorial-insertion', 5, 10), occurrence('claim', 0, 20))).toEqual([0, 10]);
    expect(left(occurrence('editorial-insertion', 0, 20, 'detached'))).toEqual([0, 10]);
  });
});
