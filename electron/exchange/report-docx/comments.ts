/** The comments of a Word document: one an occurrence, by its annotator, with label, facts, note and what goes with it. */
import type { Report, ReportOccurrence } from '../report/report.ts';
import { saidOf } from '../report/shown-text.ts';
import { oneLine, othersLine } from '../report/wording.ts';
import { declaration, wordNamespace } from './parts.ts';
import { escapeXml, paragraph, run } from './word-xml.ts';

export function* commentsPart(report: Report): Generator<string> {
  yield `${declaration}<w:comments ${wordNamespace}>`;
  for (const { occurrences } of report.documents()) for (const one of occurrences) yield comment(one);
  yield '</w:comments>';
}

/** The texts of a comment in their order. */
export function commentTexts(one: ReportOccurrence): readonly string[] {
  const [label, ...said] = saidOf(one.legend, one.occurrence);
  return [`${one.number}. ${label}`, ...said, othersLine(one)].filter((text) => text !== '');
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/u;

function comment(one: ReportOccurrence): string {
  const { annotator, made } = one.occurrence;
  const author = oneLine(annotator) === '' ? 'Unknown' : oneLine(annotator);
  const initials = author
    .split(' ')
    .map((word) => Array.from(word)[0] ?? '')
    .slice(0, 3)
    .join('');
  const said = moment.exec(made)?.[0];
  const date = said === undefined ? '' : ` w:date="${said}Z"`;
  const [first = '', ...rest] = commentTexts(one);
  const paragraphs = [
    paragraph(run(first, '<w:rPr><w:b/></w:rPr>'), { style: 'CommentText' }),
    ...rest.map((text) => paragraph(run(text), { style: 'CommentText' })),
  ];
  return (
    `<w:comment w:id="${one.number}" w:author="${escapeXml(author)}"${date} w:initials="${escapeXml(initials)}">` +
    `${paragraphs.join('')}</w:comment>`
  );
}
