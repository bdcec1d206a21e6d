/**
 * The text of an OpenDocument text (ODF 1.3 Part 3, 5): headings, paragraphs, lists and tables in order. White space is
 * collapsed as the format says (6.1.2); deletions, notes and comments are left out and counted.
 */
import { createBlocks, innerRow } from '../plain-text/blocks.ts';
import { attributeOf, type XmlElement, type XmlHandler } from '../xml/xml-reader.ts';

export interface ContentText {
  readonly handler: XmlHandler;
  readonly text: () => string;
  readonly counts: () => { readonly deletions: number; readonly notes: number; readonly comments: number };
}

interface Paragraph {
  pieces: string[];
  isSpaced: boolean;
  after: string[];
}

const skipped = new Set(
  'tracked-changes note annotation sequence-decls variable-decls user-field-decls forms binary-data ruby-text event-listeners dde-connection-decls'.split(
    ' ',
  ),
);
/** More spaces in a row than anybody writes. */
const mostSpaces = 1000;

export function createContentText(): ContentText {
  const blocks = createBlocks();
  const counts = { deletions: 0, notes: 0, comments: 0 };
  const paragraphs: Paragraph[] = [];
  const tables: string[][][][] = [];
  let [skipDepth, items] = [0, 0];

  const put = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined) return;
    const words = text.replace(/[ \t\r\n]+/g, ' ');
    paragraph.pieces.push(paragraph.isSpaced && words.startsWith(' ') ? words.slice(1) : words);
    paragraph.isSpaced = words === '' ? paragraph.isSpaced : words.endsWith(' ');
  };
  const putExactly = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    paragraph?.pieces.push(text);
    // A space that follows is one of its own.
    if (paragraph !== undefined) paragraph.isSpaced = false;
  };
  const give = (text: string): void => {
    const cell = tables.at(-1)?.at(-1)?.at(-1);
    if (cell !== undefined) {
      if (text.trim() !== '') cell.push(text);
    } else if (items > 0) blocks.item(text);
    else blocks.paragraph(text);
  };
  const endParagraph = (): void => {
    const ended = paragraphs.pop();
    if (ended === undefined) return;
    const all = [ended.pieces.join(''), ...ended.after];
    const outer = paragraphs.at(-1);
    if (outer === undefined) for (const text of all) give(text);
    else outer.after.push(...all);
  };
  const endTable = (): void => {
    const rows = tables.pop() ?? [];
    const cell = tables.at(-1)?.at(-1)?.at(-1);
    if (paragraphs.length > 0) paragraphs.at(-1)?.after.push(...rows.flat(2));
    else if (cell === undefined) blocks.table(rows);
    else for (const cells of rows) cell.push(innerRow(cells), '');
  };
  const open = (element: XmlElement): void => {
    const { local } = element;
    if (local === 'deletion') counts.deletions += 1;
    // What pictures are called is no text of the document.
    const isPictureName = (local === 'title' || local === 'desc') && element.uri.includes('svg');
    if (skipDepth > 0 || skipped.has(local) || isPictureName) {
      if (skipDepth === 0 && local === 'note') counts.notes += 1;
      if (skipDepth === 0 && local === 'annotation') counts.comments += 1;
      skipDepth += 1;
      return;
    }
    if (local === 'p' || local === 'h') paragraphs.push({ pieces: [], isSpaced: true, after: [] });
    else if (local === 'list-item' || local === 'list-header') items += 1;
    else if (local === 'table') tables.push([]);
    else if (local === 'table-row') tables.at(-1)?.push([]);
    else if (local === 'table-cell') tables.at(-1)?.at(-1)?.push([]);
    else if (local === 's') putExactly(' '.repeat(spaces(attributeOf(element, 'c'))));
    else if (local === 'tab') putExactly('\t');
    else if (local === 'line-break') putExactly('\n');
  };
  return {
    handler: {
      open,
      text: (text) => {
        if (skipDepth === 0) put(text);
      },
      close: ({ local }) => {
        if (skipDepth > 0) skipDepth -= 1;
        else if (local === 'p' || local === 'h') endParagraph();
        else if (local === 'list-item' || local === 'list-header') items -= 1;
        else if (local === 'table') endTable();
      },
    },
    text: blocks.end,
    counts: () => counts,
  };
}

function spaces(count: string | undefined): number {
  const number = Number(count ?? 1);
  return Number.isInteger(number) ? Math.min(mostSpaces, Math.max(1, number)) : 1;
}
