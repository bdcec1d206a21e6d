/** The parts of a workbook besides its sheets (ECMA-376 part 1, SpreadsheetML; part 2, packages). */
import { attributeMarkup } from './cell-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Numbers of the formats in `styles`. */
export const styles = { plain: 0, header: 1, text: 2 } as const;

export const worksheetStart = `${declaration}<worksheet xmlns="${main}">`;

export function sheetPath(at: number): string {
  return `xl/worksheets/sheet${at + 1}.xml`;
}

export function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/${sheetPath(at)}" ContentType="${types}.worksheet+xml"/>`,
  ).join('');
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${overrides}</Types>`
  );
}

export function packageRelations(): string {
  return relations([{ id: 'rId1', type: `${office}/officeDocument`, target: 'xl/workbook.xml' }]);
}

export function workbookRelations(sheets: number): string {
  const all = Array.from({ length: sheets }, (_, at) => ({
    id: `rId${at + 1}`,
    type: `${office}/worksheet`,
    target: `worksheets/sheet${at + 1}.xml`,
  }));
  return relations([...all, { id: `rId${sheets + 1}`, type: `${office}/styles`, target: 'styles.xml' }]);
}

function relations(all: readonly { readonly id: string; readonly type: string; readonly target: string }[]): string {
  const each = all.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

/** @param names of the sheets in their order: at most 31 characters each */
export function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${attributeMarkup(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">` +
    `<bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
  );
}

/** Text cells are of the format “Text” and quoted: they stay text when somebody edits them. */
export const stylesheet =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
