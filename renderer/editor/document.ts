/** Frozen text → the document that is shown, and the table between the two. */
import type { Node } from 'prosemirror-model';
import { chunksOf } from './chunks.ts';
import { readerSchema, sectionSize, type Gap } from './schema.ts';
import type { Block, PositionTable } from './positions.ts';

export interface ReaderDocument {
  readonly doc: Node;
  readonly table: PositionTable;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
}

/**
 * One paragraph for each line that holds more than white space; blank lines become the space before the next
 * paragraph. Offsets are UTF-16 units of `text`. A text without any words is one empty paragraph.
 */
export function textToDocument(text: string): ReaderDocument {
  const { nodes } = readerSchema;
  const lines = wordLines(text);
  const blocks: Block[] = [];
  const sections: Node[] = [];
  // Position 0 is before the first section, 1 before its first paragraph.
  let before = 0;
  for (let from = 0; from < lines.length; from += sectionSize) {
    before += 1;
    const paragraphs = lines.slice(from, from + sectionSize).map((line) => {
      const chunks = chunksOf(text, line);
      const paragraph = before;
      // One more token opens the paragraph around the chunks.
      if (chunks.length > 1) before += 1;
      const nodesOfText = chunks.map(({ start, end }) => {
        blocks.push({ start, end, pos: before + 1, paragraph });
        before += end - start + 2;
        return start === end ? [] : [readerSchema.text(text.slice(start, end))];
      });
      if (chunks.length === 1) return nodes.paragraph.create({ gap: line.gap }, nodesOfText[0]);
      before += 1;
      return nodes.long_paragraph.create(
        { gap: line.gap },
        nodesOfText.map((content) => nodes.chunk.create(null, content)),
      );
    });
    before += 1;
    sections.push(nodes.section.create(null, paragraphs));
  }
  return { doc: nodes.doc.create(null, sections), table: { blocks, length: text.length } };
}

function wordLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let blank = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (/\S/u.test(line)) {
      lines.push({ start, end, gap: lines.length === 0 ? 0 : gapOf(blank) });
      blank = 0;
    } else {
      blank += 1;
    }
    start = end + 1;
  }
  return lines.length > 0 ? lines : [{ start: 0, end: 0, gap: 0 }];
}

function gapOf(blank: number): Gap {
  return blank === 0 ? 0 : blank === 1 ? 1 : 2;
}
