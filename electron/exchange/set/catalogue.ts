/** Every format of annotated sets, by the name that the command line and the window know it by. */
import { bratFormat } from '../brat/format.ts';
import { conllFormat } from '../conll/format.ts';
import { csvFormat } from '../csv/format.ts';
import { doccanoFormat } from '../doccano/format.ts';
import { jsonlFormat } from '../jsonl/format.ts';
import { labelStudioFormat } from '../label-studio/format.ts';
import { spacyFormat } from '../spacy/format.ts';
import { refiCodebookFormat } from '../refi/codebook-format.ts';
import { refiFormat } from '../refi/format.ts';
import { teiFormat } from '../tei/format.ts';
import { uimaJsonFormat } from '../uima/json-format.ts';
import { uimaXmiFormat } from '../uima/xmi-format.ts';
import { w3cFormat } from '../w3c/format.ts';
import { docxReportFormat } from '../report-docx/format.ts';
import { htmlReportFormat } from '../report-html/format.ts';
import { markdownReportFormat } from '../report-markdown/format.ts';
import { pdfReportFormat } from '../report-pdf/format.ts';
import { xlsxFormat } from '../xlsx/format.ts';
import { variorumFormat } from '../variorum-set/format.ts';
import { webannoTsvFormat } from '../webanno-tsv/format.ts';
import type { SetFormat } from './format.ts';

const catalogue = {
  variorum: variorumFormat,
  jsonl: jsonlFormat,
  csv: csvFormat,
  w3c: w3cFormat,
  brat: bratFormat,
  'label-studio': labelStudioFormat,
  doccano: doccanoFormat,
  spacy: spacyFormat,
  conll: conllFormat,
  xlsx: xlsxFormat,
  'uima-json': uimaJsonFormat,
  'uima-xmi': uimaXmiFormat,
  'webanno-tsv': webannoTsvFormat,
  refi: refiFormat,
  'refi-codebook': refiCodebookFormat,
  tei: teiFormat,
  markdown: markdownReportFormat,
  html: htmlReportFormat,
  docx: docxReportFormat,
  pdf: pdfReportFormat,
} as const satisfies Record<string, SetFormat>;

export type SetFormatName = keyof typeof catalogue;

export const setFormats: Readonly<Record<SetFormatName, SetFormat>> = catalogue;
export const setFormatNames = Object.keys(catalogue) as readonly SetFormatName[];
/** Those that can be read, too. */
export const readableFormatNames = setFormatNames.filter((name) => setFormats[name].read !== undefined);

export function isSetFormatName(name: string): name is SetFormatName {
  return Object.hasOwn(catalogue, name);
}
