/** The text of a Word document with its highlights, and the places of its comments. */
import { hasRightToLeft, isRightToLeft } from '../report/direction.ts';
import type { Report, ReportDocument, ReportOccurrence, UncountedOccurrence } from '../report/report.ts';
import { cutRuns } from '../report/runs.ts';
import { saidOf } from '../report/shown-text.ts';
import {
  documentByline,
  documentHeading,
  legendCounts,
  legendHeading,
  legendName,
  quoteLine,
  reportTitle,
  totalsLine,
  uncountedHeading,
  uncountedPlace,
} from '../report/wording.ts';
import { highlight, legendLook } from './highlight.ts';
import { declaration, wordNamespace } from './parts.ts';
import { paragraph, paragraphStart, run } from './word-xml.ts';

export function* documentPart(report: Report): Generator<string> {
  yield `${declaration}<w:document ${wordNamespace}><w:body>`;
  yield styled(reportTitle(report), 'Title') + styled(totalsLine(report), 'Byline') + legend(report);
  for (const document of report.documents()) yield* article(document);
  // No table may be the last of a document.
  if (report.size === 0) yield paragraph('');
  if (report.uncountedOccurrences > 0) {
    yield styled(uncountedHeading, 'Heading1');
    for (const one of report.uncounted()) yield uncountedItem(one);
  }
  const page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"';
  yield `<w:sectPr>${page} w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function styled(text: string, style: string): string {
  const isReversed = isRightToLeft(text);
  return paragraph(run(text, isReversed ? '<w:rPr><w:rtl/></w:rPr>' : ''), { style, isRightToLeft: isReversed });
}

function legend({ legend: entries }: Report): string {
  const widths = [6200, 2600];
  const cell = (runs: string, width: number | undefined): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(runs)}</w:tc>`;
  const rows = entries.map(
    (entry) =>
      `<w:tr>${cell(run(legendName(entry), legendLook(entry.style)), widths[0])}` +
      `${cell(run(legendCounts(entry)), widths[1])}</w:tr>`,
  );
  const heading = styled(legendHeading, 'Heading2');
  if (rows.length === 0) return heading;
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const look = '<w:tblPr><w:tblW w:w="8800" w:type="dxa"/></w:tblPr>';
  return `${heading}<w:tbl>${look}<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

function* article(shown: ReportDocument): Generator<string> {
  const { document, occurrences } = shown;
  const { text } = document;
  yield styled(documentHeading(shown), 'Heading1');
  const byline = documentByline(shown);
  if (byline !== '') yield styled(byline, 'Byline');
  const spans = occurrences.map(({ occurrence }) => occurrence);
  let isReversed = false;
  let isOpen = false;
  for (const { start, end, covering, opens, closes } of cutRuns(text, spans)) {
    let written = '';
    if (!isOpen) {
      isReversed = isRightToLeft(lineFrom(text, start));
      written = paragraphStart({ isRightToLeft: isReversed });
    }
    const words = text.slice(start, end);
    const isLast = words.endsWith('\n');
    written += opens.map((at) => commentStart(occurrences[at], start)).join('');
    const above = covering.flatMap((at) => occurrences[at] ?? []);
    const shownWords = isLast ? words.slice(0, -1) : words;
    if (shownWords !== '') written += run(shownWords, highlight(above, isReversed && hasRightToLeft(shownWords)));
    written += closes.map((at) => commentEnd(occurrences[at], end)).join('');
    isOpen = !isLast;
    yield isOpen ? written : `${written}</w:p>`;
  }
  if (isOpen) yield '</w:p>';
}

/** As much of a line as it takes to know its direction. */
function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end === -1 ? text.length : end, start + 1000));
}

/** One comment an occurrence, from its first range to its last: a comment cannot be broken. */
function commentStart(one: ReportOccurrence | undefined, at: number): string {
  return one?.occurrence.start === at ? `<w:commentRangeStart w:id="${one.number}"/>` : '';
}

function commentEnd(one: ReportOccurrence | undefined, at: number): string {
  if (one?.occurrence.end !== at) return '';
  const look = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>';
  return `<w:commentRangeEnd w:id="${one.number}"/><w:r>${look}<w:commentReference w:id="${one.number}"/></w:r>`;
}

function uncountedItem(one: UncountedOccurrence): string {
  const parts = [uncountedPlace(one), quoteLine(one), ...saidOf(one.legend, one.occurrence)];
  return paragraph(run(parts.filter((part) => part !== '').join('\n')));
}
