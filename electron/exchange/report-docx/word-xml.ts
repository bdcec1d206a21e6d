/** Text, runs and paragraphs of WordprocessingML (ECMA-376 part 1, 17). */

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold is U+FFFD in the file. */
export function writableText(text: string): string {
  return text.replaceAll(unwritable, '\ufffd');
}

export function unwritableCharacters(text: string): readonly string[] {
  return [...new Set(text.match(unwritable))];
}

export function escapeXml(text: string): string {
  return writableText(text).replaceAll(/[&<>"]/gu, (found) => references[found] ?? found);
}

/** A run of text; TABs and line ends are elements. @param properties `w:rPr` or nothing */
export function run(text: string, properties = ''): string {
  const parts = text.split(/(\t|\r\n?|\n)/u).map((part) => {
    if (part === '') return '';
    if (part === '\t') return '<w:tab/>';
    if (/^[\r\n]/u.test(part)) return '<w:br/>';
    return `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
  });
  return `<w:r>${properties}${parts.join('')}</w:r>`;
}

export interface ParagraphLook {
  readonly style?: string | undefined;
  readonly isRightToLeft?: boolean | undefined;
}

export function paragraph(runs: string, { style, isRightToLeft = false }: ParagraphLook = {}): string {
  return `${paragraphStart({ style, isRightToLeft })}${runs}</w:p>`;
}

export function paragraphStart({ style, isRightToLeft = false }: ParagraphLook): string {
  const properties = `${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${isRightToLeft ? '<w:bidi/>' : ''}`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}`;
}
