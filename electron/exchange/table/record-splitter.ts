/**
 * Tables of text as records, piece by piece: RFC 4180, with any one character between the cells, any line ends, and
 * bare quotation marks where a cell does not begin with one. A bad record is given with what is wrong, and reading goes
 * on after it. Holds one record at most.
 */

export interface TableRecord {
  /** From 1, the header counted, as spreadsheets number their rows. */
  readonly number: number;
  readonly cells: readonly string[];
  /** Why its cells cannot be trusted. */
  readonly fault: string | null;
}

export interface RecordSplitter {
  readonly write: (text: string) => readonly TableRecord[];
  readonly end: () => readonly TableRecord[];
}

/** More cells than any table has columns. */
const cellLimit = 10_000;

/** @param recordLimit in UTF-16 units: the contents of a longer record are not kept */
export function createRecordSplitter(delimiter: string, recordLimit: number): RecordSplitter {
  const special = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\r\n]`, 'g');
  const lineEnd = /[\r\n]/g;
  let state: 'begin' | 'bare' | 'quoted' | 'after quote' | 'passed over' = 'begin';
  let pieces: string[] = [];
  let cells: string[] = [];
  let size = 0;
  let fault: string | null = null;
  let number = 1;
  let isAfterReturn = false;
  let records: TableRecord[] = [];

  const append = (piece: string): void => {
    size += piece.length;
    if (size <= recordLimit) pieces.push(piece);
    else {
      fault ??= `it has more than ${recordLimit.toLocaleString('en')} characters.`;
      [pieces, cells] = [[], []];
    }
  };
  const endCell = (): void => {
    if (fault === null) cells.push(pieces.length === 1 ? (pieces[0] ?? '') : pieces.join(''));
    pieces = [];
    state = 'begin';
    if (cells.length > cellLimit) {
      fault ??= `it has more than ${cellLimit.toLocaleString('en')} cells.`;
      cells = [];
      // No quotation mark is looked for any more: the record ends at the next line end.
      state = 'passed over';
    }
  };
  const endRecord = (): void => {
    endCell();
    records.push({ number, cells, fault });
    number += 1;
    [cells, size, fault] = [[], 0, null];
  };
  /** Ends a cell or a record at a delimiter or a line end. */
  const endAt = (character: string): void => {
    if (character === delimiter) endCell();
    else {
      endRecord();
      isAfterReturn = character === '\r';
    }
  };

  const write = (text: string): readonly TableRecord[] => {
    records = [];
    let at = 0;
    while (at < text.length) {
      if (isAfterReturn) {
        isAfterReturn = false;
        if (text[at] === '\n') {
          at += 1;
          continue;
        }
      }
      const character = text[at] ?? '';
      if (state === 'begin' && cells.length === 0 && fault === null && (character === '\n' || character === '\r')) {
        // A blank line is counted, and is no record.
        number += 1;
        isAfterReturn = character === '\r';
        at += 1;
        continue;
      }
      if (state === 'passed over') {
        lineEnd.lastIndex = at;
        at = lineEnd.exec(text)?.index ?? text.length;
        if (at < text.length) endAt(text[at] ?? '');
        at += 1;
        continue;
      }
      if (state === 'quoted') {
        const quote = text.indexOf('"', at);
        append(text.slice(at, quote === -1 ? text.length : quote));
        if (quote !== -1) state = 'after quote';
        at = quote === -1 ? text.length : quote + 1;
      } else if (state === 'begin' && character === '"') {
        state = 'quoted';
        at += 1;
      } else if (state === 'after quote' && character === '"') {
        append('"');
        state = 'quoted';
        at += 1;
      } else if (character === delimiter || character === '\r' || character === '\n') {
        endAt(character);
        at += 1;
      } else if (state === 'after quote') {
        // Blanks there are harmless; anything else means that the quotes are not what they seem.
        if (character !== ' ') {
          fault ??= `cell ${cells.length + 1} goes on after its closing quotation mark.`;
          state = 'bare';
        }
        at += 1;
      } else {
        state = 'bare';
        special.lastIndex = at;
        const end = special.exec(text)?.index ?? text.length;
        append(text.slice(at, end));
        at = end;
      }
    }
    return records;
  };
  const end = (): readonly TableRecord[] => {
    records = [];
    if (state === 'quoted') fault ??= `the quotation mark that opens cell ${cells.length + 1} is never closed.`;
    if (state !== 'begin' || cells.length > 0 || fault !== null) endRecord();
    return records;
  };
  return { write, end };
}
