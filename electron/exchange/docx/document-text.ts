/**
 * The text of a Word document from its main part (ECMA-376 Part 1, 17): paragraphs, lists and tables in order. Tracked
 * insertions are taken as accepted; deletions, notes, comments and hidden words are left out and counted.
 */
import { createBlocks, innerRow } from '../plain-text/blocks.ts';
import { attributeOf, type XmlElement, type XmlHandler } from '../xml/xml-reader.ts';

export interface DocumentText {
  readonly handler: XmlHandler;
  readonly text: () => string;
  readonly counts: () => LeftOut;
}

export interface LeftOut {
  deletions: number;
  insertions: number;
  notes: number;
  comments: number;
  hidden: number;
  symbols: number;
}

interface Paragraph {
  pieces: string[];
  isItem: boolean;
  /** Paragraphs of a box that hangs on this one follow it. */
  after: { text: string; isItem: boolean }[];
}

type Rows = string[][][];

/** Their contents are about something else than words, or are there twice. */
const skipped = new Set(
  'sectPr tblPr trPr tcPr tblGrid sdtPr sdtEndPr del moveFrom Fallback rt rubyPr fldData numberingChange pPrChange rPrChange'.split(
    ' ',
  ),
);
const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off';

export function createDocumentText(): DocumentText {
  const blocks = createBlocks();
  const counts: LeftOut = { deletions: 0, insertions: 0, notes: 0, comments: 0, hidden: 0, symbols: 0 };
  const paragraphs: Paragraph[] = [];
  const tables: { rows: Rows }[] = [];
  let [skipDepth, propertiesDepth, isText, isRunHidden] = [0, 0, false, false];

  const put = (text: string): void => {
    if (isRunHidden) counts.hidden += text.length;
    else paragraphs.at(-1)?.pieces.push(text);
  };
  const give = (text: string, isItem: boolean): void => {
    const table = tables.at(-1);
    // A box in a cell belongs to the cell.
    if (table === undefined) {
      if (isItem) blocks.item(text);
      else blocks.paragraph(text);
    } else if (text.trim() !== '') table.rows.at(-1)?.at(-1)?.push(text);
  };
  const endParagraph = (): void => {
    const ended = paragraphs.pop();
    if (ended === undefined) return;
    const all = [{ text: ended.pieces.join(''), isItem: ended.isItem }, ...ended.after];
    const outer = paragraphs.at(-1);
    for (const one of all) {
      if (outer === undefined) give(one.text, one.isItem);
      else outer.after.push(one);
    }
  };
  const endTable = (): void => {
    const ended = tables.pop();
    if (ended === undefined) return;
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.after.push(...ended.rows.flat(2).map((text) => ({ text, isItem: false })));
    else if (tables.length === 0) blocks.table(ended.rows);
    // A table in a table: its rows are paragraphs of the cell, so that the outer one is none of data.
    else for (const cells of ended.rows) tables.at(-1)?.rows.at(-1)?.at(-1)?.push(innerRow(cells), '');
  };
  const property = (element: XmlElement): void => {
    const value = attributeOf(element, 'val');
    if (element.local === 'vanish' && paragraphs.length > 0) isRunHidden ||= !isOff(value);
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (element.local === 'numId' && value !== '0') paragraph.isItem = true;
    if (element.local === 'pStyle' && /^list/iu.test(value ?? '')) paragraph.isItem = true;
  };
  let isParagraphProperty = false;

  const open = (element: XmlElement): void => {
    const { local } = element;
    if (skipDepth > 0 || skipped.has(local)) {
      if (skipDepth === 0 && propertiesDepth === 0 && (local === 'del' || local === 'moveFrom')) counts.deletions += 1;
      skipDepth += 1;
      return;
    }
    if (propertiesDepth > 0 || local === 'pPr' || local === 'rPr') {
      if (propertiesDepth === 0) isParagraphProperty = local === 'pPr';
      propertiesDepth += 1;
      if (propertiesDepth > 1 && !(isParagraphProperty && local === 'vanish')) property(element);
      return;
    }
    if (local === 'p') paragraphs.push({ pieces: [], isItem: false, after: [] });
    else if (local === 'tbl') tables.push({ rows: [] });
    else if (local === 'tr') tables.at(-1)?.rows.push([]);
    else if (local === 'tc') tables.at(-1)?.rows.at(-1)?.push([]);
    else if (local === 'r') isRunHidden = false;
    else if (local === 't') isText = true;
    else if (local === 'ins' || local === 'moveTo') counts.insertions += 1;
    else if (local === 'footnoteReference' || local === 'endnoteReference') counts.notes += 1;
    else if (local === 'commentReference') counts.comments += 1;
    else putCharacter(element);
  };
  const putCharacter = (element: XmlElement): void => {
    const { local } = element;
    if (local === 'tab' || local === 'ptab') put('\t');
    else if (local === 'cr' || (local === 'br' && attributeOf(element, 'type') !== 'page')) put('\n');
    else if (local === 'noBreakHyphen') put('\u2011');
    else if (local === 'softHyphen') put('\u00ad');
    else if (local === 'sym') {
      counts.symbols += 1;
      put('\ufffd');
    }
  };
  return {
    handler: {
      open,
      text: (text) => {
        if (isText && skipDepth === 0 && propertiesDepth === 0) put(text);
      },
      close: ({ local }) => {
        if (skipDepth > 0) skipDepth -= 1;
        else if (propertiesDepth > 0) propertiesDepth -= 1;
        else if (local === 'p') endParagraph();
        else if (local === 'tbl') endTable();
        else if (local === 't') isText = false;
        else if (local === 'r') isRunHidden = false;
      },
    },
    text: blocks.end,
    counts: () => counts,
  };
}
