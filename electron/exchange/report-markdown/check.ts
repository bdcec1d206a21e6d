import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { createTextComparison } from '../report/comparison.ts';
import { createReport } from '../report/report.ts';
import { shownTexts, type ShownMarks } from '../report/shown-text.ts';
import { occurrencesHeading } from '../report/wording.ts';
import { SourceFault, type SetSource } from '../set/source.ts';
import { textLines } from '../set/text-pieces.ts';
import { plainLine } from './escape.ts';
import { closeMark, openMark } from './write.ts';

const marks: ShownMarks = { open: openMark, close: closeMark, hasList: true };

/** Of every line what is markup is taken away; what is left is the text of the report. */
export async function checkMarkdownReport(source: SetSource, set: AnnotatedSet): Promise<string | null> {
  const [file] = source.files;
  if (file === undefined) return 'there is no file';
  const comparison = createTextComparison(meantTexts(set));
  try {
    for await (const { number, text } of textLines(file)) {
      if (!text.ok) return `line ${number}: ${text.error}`;
      const wrong = comparison.take(textOf(text.value));
      if (wrong !== null) return `line ${number}: ${wrong}`;
    }
  } catch (error) {
    if (error instanceof SourceFault) return error.message;
    throw error;
  }
  return comparison.end();
}

/** Footnotes need no heading. */
function* meantTexts(set: AnnotatedSet): Generator<string> {
  for (const text of shownTexts(createReport(set), marks)) if (text !== occurrencesHeading) yield text;
}

function textOf(line: string): string {
  if (line === '| :-- | :-- |') return '';
  return plainLine(line.replace(/^(?:#{1,2} |- )/u, '').replace(/^\[\^(\d+)\]: /u, '$1 '));
}
