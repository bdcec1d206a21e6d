/** The parts of a Word document besides its text and comments (ECMA-376 part 1, 17; part 2, packages). */
import { escapeXml } from './word-xml.ts';

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const contentTypes =
  `${declaration}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/>` +
  `<Override PartName="/word/comments.xml" ContentType="${types}.comments+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '</Types>';

export const packageRelations = relations([
  [`${office}/officeDocument`, 'word/document.xml'],
  [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
]);

export const documentRelations = relations([
  [`${office}/styles`, 'styles.xml'],
  [`${office}/comments`, 'comments.xml'],
]);

function relations(all: readonly (readonly [string, string])[]): string {
  const each = all.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

/** No date: the same set makes the same file. */
export function coreProperties(title: string): string {
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`
  );
}

function style(id: string, name: string, paragraph: string, run: string, isDefault = false): string {
  return (
    `<w:style w:type="paragraph"${isDefault ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>` +
    `${isDefault ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}

const sans = '<w:rFonts w:ascii="Inter" w:hAnsi="Inter" w:cs="Arial"/>';

export const stylesheet =
  `${declaration}<w:styles ${wordNamespace}><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/>' +
  '</w:rPr></w:rPrDefault></w:docDefaults>' +
  style('Normal', 'Normal', '<w:spacing w:after="80" w:line="300" w:lineRule="auto"/>', '', true) +
  style('Title', 'Title', '<w:keepNext/><w:spacing w:after="60"/>', `${sans}<w:b/><w:sz w:val="36"/>`) +
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="480" w:after="40"/><w:outlineLvl w:val="0"/>',
    `${sans}<w:b/><w:sz w:val="28"/>`,
  ) +
  style(
    'Heading2',
    'heading 2',
    '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>',
    `${sans}<w:b/><w:sz w:val="20"/>`,
  ) +
  style('Byline', 'Byline', '<w:spacing w:after="200"/>', `${sans}<w:color w:val="65625B"/><w:sz w:val="18"/>`) +
  style('CommentText', 'annotation text', '<w:spacing w:after="0"/>', '<w:sz w:val="20"/>') +
  '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>' +
  '<w:rPr><w:sz w:val="16"/></w:rPr></w:style></w:styles>';
