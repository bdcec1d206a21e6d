/** A file of XML, read piece by piece by the guarded reader. */
import { xmlFaultReason, type XmlFault } from '../xml/xml-fault.ts';
import { createXmlReader, type XmlHandler } from '../xml/xml-reader.ts';
import { SourceFault, type SourceFile } from './source.ts';
import { textPieces } from './text-pieces.ts';

/** In UTF-16 units: a sheet of a million rows has a thousand million. */
const sizeLimit = 4 * 1024 * 1024 * 1024;

/** The most that may stand between two tags, in UTF-16 units: the reader holds it. */
const quietLimit = 8_000_000;

/** Gives a turn after each piece, in which what the handler has gathered can be taken. Throws `SourceFault`. */
export async function* xmlPieces(file: SourceFile, handler: XmlHandler): AsyncGenerator<undefined> {
  let quiet = 0;
  const heard: XmlHandler = {
    ...handler,
    open: (element, line) => {
      quiet = 0;
      handler.open?.(element, line);
    },
    close: (element) => {
      quiet = 0;
      handler.close?.(element);
    },
  };
  const reader = createXmlReader(heard, { size: sizeLimit });
  const proved = (fault: XmlFault | null): void => {
    if (fault !== null) throw new SourceFault(`“${file.path}”, ${xmlFaultReason(fault)}`);
  };
  for await (const text of textPieces(file)) {
    quiet += text.length;
    const fault = reader.write(text);
    yield undefined;
    proved(fault);
    if (quiet > quietLimit)
      throw new SourceFault(
        `“${file.path}” has more than ${quietLimit / 1_000_000} million characters between two tags.`,
      );
  }
  const fault = reader.end();
  yield undefined;
  proved(fault);
}
