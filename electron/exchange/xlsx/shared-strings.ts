/** The texts that cells of other programs' workbooks refer to by number (ECMA-376 part 1, 18.4). */
import { SourceFault, type SourceFile } from '../set/source.ts';
import { cellText } from './cell-text.ts';
import { xmlPieces } from '../set/xml-pieces.ts';

/** In UTF-16 units of all together: they have to be held. */
const limit = 96 * 1024 * 1024;

/** Throws `SourceFault`. */
export async function readSharedStrings(file: SourceFile | null): Promise<readonly string[]> {
  const strings: string[] = [];
  if (file === null) return strings;
  const text = createTextGatherer();
  let size = 0;
  const handler = {
    open: ({ local }: { readonly local: string }) => text.open(local),
    text: text.text,
    close: ({ local }: { readonly local: string }) => {
      text.close(local);
      if (local !== 'si') return;
      const string = cellText(text.take());
      strings.push(string);
      size += string.length + 16;
    },
  };
  for await (const _ of xmlPieces(file, handler)) {
    if (size + text.size() <= limit) continue;
    throw new SourceFault(
      `“${file.path}” has more than ${limit / 1024 / 1024} million characters in cells. Save the workbook as CSV and read that.`,
    );
  }
  return strings;
}

/** The text of a string or of a cell: that of its `t` and of those of its runs, without what is said of pronunciation. */
export interface TextGatherer {
  readonly open: (local: string) => void;
  readonly text: (piece: string) => void;
  readonly close: (local: string) => void;
  readonly size: () => number;
  readonly take: () => string;
}

export function createTextGatherer(): TextGatherer {
  let gathered = '';
  let isText = false;
  let phonetic = 0;
  return {
    open: (local) => {
      if (local === 'rPh') phonetic += 1;
      isText = local === 't' && phonetic === 0;
    },
    text: (piece) => {
      if (isText) gathered += piece;
    },
    close: (local) => {
      if (local === 'rPh') phonetic -= 1;
      isText = false;
    },
    size: () => gathered.length,
    take: () => {
      const taken = gathered;
      gathered = '';
      return taken;
    },
  };
}
