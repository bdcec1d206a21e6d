import fc from 'fast-check';
import type { EditorState } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { annotationsOf, changeAnnotations } from './annotations.ts';
import type { DrawnOccurrence } from './drawn.ts';
import { frozenText } from './frozen-text.fixture.ts';
import { drawn, readerState } from './reader-state.fixture.ts';

interface Attributes {
  readonly class: string;
  readonly 'data-annotation': string;
  readonly 'data-key'?: string;
}

/** Every decoration in the order in which it is drawn: `words:annotation`, the innermost of a stretch first. */
function painted(state: EditorState, attribute: (attributes: Attributes) => string = (at) => at['data-annotation']) {
  return annotationsOf(state)
    .decorations.find()
    .map((decoration) => {
      const { type } = decoration as unknown as { readonly type: { readonly attrs: Attributes } };
      return `${state.doc.textBetween(decoration.from, decoration.to)}:${attribute(type.attrs)}`;
    });
}

function add(state: EditorState, ...occurrences: readonly DrawnOccurrence[]): EditorState {
  return state.apply(changeAnnotations(state.tr, { add: occurrences, remove: [] }));
}

function remove(state: EditorState, ...keys: readonly string[]): EditorState {
  return state.apply(changeAnnotations(state.tr, { add: [], remove: keys }));
}

describe('drawn annotations', () => {
  it('carry the label’s key on their first character', () => {
    const state = readerState('one two three', [drawn('A', 4, 7)]);
    expect(painted(state, (at) => at['data-key'] ?? '')).toEqual(['t:1', 'wo:']);
  });

  it('keep a character of several code points whole', () => {
    const state = readerState('e\u0301te\u0301', [drawn('A', 0, 5)]);
    expect(painted(state)).toEqual(['e\u0301:A', 'te\u0301:A']);
  });

  it('carry the label’s key on the first range only of a copy that something was put into', () => {
    const state = readerState('one two three', [drawn('A', 0, 3), { ...drawn('A', 8, 13), key: 'A+1', part: 1 }]);
    expect(painted(state, (at) => at['data-key'] ?? '')).toEqual(['o:1', 'ne:', 'three:']);
  });

  it('are split where a paragraph ends, and the key stands once', () => {
    const state = readerState('one two\n\nthree', [drawn('A', 4, 14)]);
    expect(painted(state, (at) => at['data-key'] ?? '')).toEqual(['t:1', 'wo:', 'three:']);
  });

  it('have the shorter inside the longer', () => {
    const state = readerState('abcdef', [drawn('long', 0, 6), drawn('short', 2, 4)]);
    expect(painted(state)).toEqual(['a:long', 'b:long', 'c:short', 'c:long', 'd:short', 'd:long', 'ef:long']);
  });

  it('have the shorter inside the longer where the longer comes later', () => {
    const state = add(readerState('abcdef', [drawn('short', 2, 4)]), drawn('long', 0, 6));
    expect(painted(state)).toEqual(['a:long', 'b:long', 'c:short', 'c:long', 'd:short', 'd:long', 'ef:long']);
  });

  it('have underlines in lanes of their own', () => {
    const state = readerState('abcdef', [drawn('A', 0, 4), drawn('B', 2, 6)]);
    expect(painted(state, (at) => at.class.replace('tag tag-claim ', ''))).toEqual([
      'a:lane-0 tag-start',
      'b:lane-0',
      'c:lane-1 tag-start',
      'c:lane-0',
      'd:lane-1',
      'd:lane-0',
      'ef:lane-1',
    ]);
  });

  it('leave every other block’s decorations untouched when one is added', () => {
    const text = Array.from({ length: 250 }, (_, at) => `line ${String(at).padStart(3, '0')}`).join('\n');
    const all = Array.from({ length: 250 }, (_, at) => drawn(`k${at}`, at * 9, at * 9 + 4));
    const before = readerState(text, all);
    const after = add(before, drawn('new', 120 * 9, 120 * 9 + 8));
    expect(childSets(before).filter((set) => !childSets(after).includes(set))).toHaveLength(1);
  });

  it('are gone when removed', () => {
    const state = remove(readerState('abcdef', [drawn('A', 0, 4), drawn('B', 2, 6)]), 'A');
    expect(painted(state)).toEqual(['c:B', 'def:B']);
  });

  it('move where an occurrence comes again with other bounds', () => {
    const state = readerState('abcdef', [drawn('A', 0, 4)]);
    const moved = state.apply(changeAnnotations(state.tr, { add: [drawn('A', 0, 2)], remove: ['A'] }));
    expect(painted(moved)).toEqual(['a:A', 'b:A']);
  });

  it('get a free lane where they move to', () => {
    const state = readerState('abcdefghi', [drawn('A', 0, 4), drawn('B', 6, 9)]);
    const moved = state.apply(changeAnnotations(state.tr, { add: [drawn('A', 5, 8)], remove: ['A'] }));
    expect([...annotationsOf(moved).lanes]).toEqual([
      ['A', 1],
      ['B', 0],
    ]);
  });

  it('look the same however they came: at once, or by any adding and removing', () => {
    fc.assert(
      fc.property(frozenText, fc.array(change, { maxLength: 25 }), (text, changes) => {
        let state = readerState(text);
        for (const { key, start, length, kept } of changes) {
          const at = start % (text.length + 1);
          const end = Math.min(text.length, at + length);
          if (kept && end > at) {
            state = state.apply(changeAnnotations(state.tr, { add: [drawn(key, at, end)], remove: [key] }));
          } else {
            state = remove(state, key);
          }
        }
        const withoutLanes = (attributes: Attributes): string =>
          `${attributes['data-annotation']} ${attributes['data-key'] ?? ''} ${attributes.class.replace(/lane-\d/u, '')}`;
        const atOnce = readerState(text, [...annotationsOf(state).drawn.values()]);
        expect(painted(state, withoutLanes)).toEqual(painted(atOnce, withoutLanes));
      }),
    );
  });

  it('never cross: two decorations cover the same stretch or none in common', () => {
    fc.assert(
      fc.property(frozenText, fc.array(change, { maxLength: 12 }), (text, changes) => {
        const state = readerState(
          text,
          changes.map(({ start, length }, at) =>
            drawn(`k${at}`, start % (text.length + 1), (start % (text.length + 1)) + length),
          ),
        );
        const found = annotationsOf(state).decorations.find();
        for (const [at, one] of found.entries()) {
          const next = found[at + 1];
          if (next !== undefined && next.from < one.to) expect([next.from, next.to]).toEqual([one.from, one.to]);
        }
      }),
    );
  });
});

const change = fc.record({
  key: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
  start: fc.nat(200),
  length: fc.integer({ min: 1, max: 80 }),
  kept: fc.boolean(),
});

/** The sets of the single blocks. */
function childSets(state: EditorState): readonly DecorationSet[] {
  const sections = (annotationsOf(state).decorations as unknown as WithChildren).children;
  return sections
    .filter((child): child is WithChildren => typeof child === 'object')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'object') as unknown as DecorationSet[]);
}

interface WithChildren {
  readonly children: readonly (number | WithChildren)[];
}
