import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import type { Span } from '#shared/text/span.ts';
import { chunkSize } from './chunks.ts';
import { textToDocument } from './document.ts';
import { changeFurniture, furnitureOf, furniturePlugin } from './furniture-plugin.ts';

function stateOf(text: string): EditorState {
  const { doc, table } = textToDocument(text);
  return EditorState.create({ doc, plugins: [furniturePlugin(table)] });
}

/** The paragraphs shown faint, by how they begin. */
function faint(state: EditorState): readonly string[] {
  return furnitureOf(state)
    .find()
    .map(({ from, to }) => {
      const node = state.doc.nodeAt(from);
      return from + (node?.nodeSize ?? 0) === to ? (node?.textContent.slice(0, 10) ?? '') : 'no paragraph';
    });
}

const shown = (text: string, ...furniture: readonly Span[]): readonly string[] => {
  const state = stateOf(text);
  return faint(state.apply(changeFurniture(state.tr, furniture)));
};

describe('page furniture', () => {
  it('is shown faint, paragraph by paragraph', () => {
    expect(shown('Prose.\n\nRead more\nShare:\n\nProse again.', { start: 8, end: 17 }, { start: 18, end: 24 })).toEqual(
      ['Read more', 'Share:'],
    );
  });

  it('is shown faint where it begins and ends with white space', () => {
    expect(shown('Prose.\n  Read more \nProse.', { start: 9, end: 18 })).toEqual(['  Read mor']);
  });

  it('is one paragraph though it is drawn in chunks', () => {
    expect(shown(`a ${'long '.repeat(chunkSize)}`, { start: 0, end: 3 * chunkSize })).toEqual(['a long lon']);
  });

  it('is nothing until something is said of it', () => {
    expect(faint(stateOf('Read more'))).toEqual([]);
  });

  it('stays while other things change, and goes when it is said to be none', () => {
    const state = stateOf('Read more');
    const marked = state.apply(changeFurniture(state.tr, [{ start: 0, end: 9 }]));
    const moved = marked.apply(marked.tr.setMeta('other', true));
    expect([faint(moved), faint(moved.apply(changeFurniture(moved.tr, [])))]).toEqual([['Read more'], []]);
  });
});
