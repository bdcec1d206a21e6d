/** How the bytes of XML are written: by byte order mark, else by what the declaration says, else UTF-8 (XML 1.0 F). */
import { err, ok, type Result } from '#shared/text/result.ts';
import type { XmlFault } from './xml-fault.ts';

export interface XmlEncoding {
  /** By the name of the Encoding Standard. */
  readonly name: string;
  readonly byteOrderMark: boolean;
}

/** @param head the first bytes, a hundred at least where there are as many */
export function xmlEncoding(head: Uint8Array): Result<XmlEncoding, XmlFault> {
  const [first, second, third, fourth] = head;
  if (first === 0xff && second === 0xfe) return ok({ name: 'utf-16le', byteOrderMark: true });
  if (first === 0xfe && second === 0xff) return ok({ name: 'utf-16be', byteOrderMark: true });
  if (first === 0xef && second === 0xbb && third === 0xbf) return ok({ name: 'utf-8', byteOrderMark: true });
  // `<` and another character of ASCII, in two bytes each.
  if (first === 0x3c && second === 0 && fourth === 0) return ok({ name: 'utf-16le', byteOrderMark: false });
  if (first === 0 && second === 0x3c && third === 0) return ok({ name: 'utf-16be', byteOrderMark: false });
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).toString('latin1');
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/u.exec(start)?.[1] ?? 'utf-8';
  const name = decoderName(declared);
  // The declaration was read byte by byte, so that it is not in a wide encoding, whatever it says.
  if (name === null || name.startsWith('utf-16')) return err({ type: 'XmlEncoding', encoding: declared, line: 1 });
  return ok({ name, byteOrderMark: false });
}

/** XML that is held whole, decoded strictly and without its byte order mark. */
export function decodeXml(bytes: Uint8Array): Result<string, XmlFault> {
  const encoding = xmlEncoding(bytes);
  if (!encoding.ok) return encoding;
  try {
    return ok(new TextDecoder(encoding.value.name, { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return err({ type: 'XmlEncoding', encoding: encoding.value.name, line: 1 });
    throw error;
  }
}

function decoderName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
