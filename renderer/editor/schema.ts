/**
 * The reader's schema. Sections hold at most 24 paragraphs: a decoration set over flat thousands is built in quadratic
 * time. A paragraph too long to be redrawn at every tag is made of chunks instead of text.
 */
import { Schema, type DOMOutputSpec, type Node } from 'prosemirror-model';

/** Blank lines before a paragraph, as its spacing: 0 (the next line), 1, or 2 for any more. */
export type Gap = 0 | 1 | 2;

export const readerSchema = new Schema({
  nodes: {
    doc: { content: 'section+' },
    section: { content: '(paragraph | long_paragraph)+', toDOM: () => ['div', { class: 'reader-section' }, 0] },
    paragraph: { content: 'text*', attrs: { gap: { default: 0 } }, whitespace: 'pre', toDOM: paragraphToDom },
    long_paragraph: { content: 'chunk+', attrs: { gap: { default: 0 } }, toDOM: paragraphToDom },
    chunk: { content: 'text*', whitespace: 'pre', toDOM: () => ['span', 0] },
    text: {},
  },
});

export const sectionSize = 24;

/** Each paragraph finds its own direction; the text is nobody's to guess. */
function paragraphToDom(node: Node): DOMOutputSpec {
  return ['p', { dir: 'auto', 'data-gap': String(node.attrs['gap']) }, 0];
}
