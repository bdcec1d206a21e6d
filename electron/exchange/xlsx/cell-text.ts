/**
 * Text as it stands in a spreadsheet: characters that XML cannot hold are `_x0001_`, and what looks like that is
 * `_x005F_x0001_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring). Offsets count UTF-16 units.
 */

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const markup = /[&<>]/g;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// oxlint-disable-next-line no-control-regex -- the same
const needsCare = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x/;

/** The text between the tags of a `t`. Carriage returns are escaped, for XML would make line feeds of them. */
export function cellMarkup(text: string): string {
  if (!needsCare.test(text)) return text;
  const escaped = text.replaceAll(
    unwritable,
    (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
  return escaped.replaceAll(markup, (found) => references[found] ?? found);
}

/** The inverse, for text that XML has been undone of already. */
export function cellText(written: string): string {
  if (!written.includes('_x')) return written;
  return written.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A value between the quotes of an attribute. */
export function attributeMarkup(value: string): string {
  return cellMarkup(value).replaceAll('"', '&quot;');
}
