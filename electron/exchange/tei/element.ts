/** Elements as they are written. Ids that we make have a dot in them, so that none is the id of a label. */
import { writtenField, xmlAttributes, xmlText } from '../xml/escape.ts';

export const teiNamespace = 'http://www.tei-c.org/ns/1.0';

/** `<name a="b">text</name>`; attributes without a value are left out. */
export function elementXml(name: string, attributes: Readonly<Record<string, string>>, text: string): string {
  const start = `<${name}${xmlAttributes(attributes)}`;
  return text === '' ? `${start}/>` : `${start}>${xmlText(writtenField(text))}</${name}>`;
}

export const fileStart = `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="${teiNamespace}">\n`;

/** Says that the file is of this program, and of what kind. */
export function applicationXml(kind: 'document' | 'apparatus'): string {
  return `<appInfo><application ident="Variorum" version="1" type="${kind}"><label>Variorum</label></application></appInfo>\n`;
}
