/**
 * Writing XML 1.0. Line ends and tabs that are to come back as they are stand as references where XML would change them:
 * CR everywhere, TAB and LF in attributes (XML 1.0, 2.11 and 3.3.3).
 */

/** What XML 1.0 has no way to write, not even as a reference (2.2); lone halves of pairs among it. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const allUnwritable = new RegExp(unwritable.source, 'gu');

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For the contents of an element. @param text without what XML cannot write */
export function xmlText(text: string): string {
  return /[&<>\r]/u.test(text) ? text.replaceAll(/[&<>\r]/gu, (found) => references[found] ?? found) : text;
}

/** For an attribute between double quotes. @param text without what XML cannot write */
export function xmlAttribute(text: string): string {
  return /[&<>"\t\n\r]/u.test(text) ? text.replaceAll(/[&<>"\t\n\r]/gu, (found) => references[found] ?? found) : text;
}

/** ` name="value"` for each that is not empty, in order. The values are written so that `readField` restores them. */
export function xmlAttributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${xmlAttribute(writtenField(value))}"`)
    .join('');
}

export function isWritable(text: string): boolean {
  return !unwritable.test(text);
}

/** The text with U+FFFD for each character that XML cannot write; as long as before, since none is a pair. */
export function writableText(text: string): string {
  return text.replaceAll(allUnwritable, '\ufffd');
}

/**
 * Short values, labels and names, must come back whole: a character that XML cannot write stands as `\u0001`. So that
 * there is no doubt, a backslash that would begin such a sign by itself stands as `\u005c`.
 */
export function writtenField(value: string): string {
  const plain = value.includes('\\u') ? value.replaceAll(/\\(?=u[0-9a-f]{4})/gu, (found) => signOf(found)) : value;
  return isWritable(plain) ? plain : plain.replaceAll(allUnwritable, (found) => signOf(found));
}

/** The inverse of `writtenField`. Signs for characters that XML can write are left as they are: nobody meant those. */
export function readField(written: string): string {
  if (!written.includes('\\u')) return written;
  return written.replaceAll(/\\u(005c(?=u[0-9a-f]{4})|(?!005c)[0-9a-f]{4})/gu, (sign, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return character === '\\' || !isWritable(character) ? character : sign;
  });
}

function signOf(character: string): string {
  return String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
