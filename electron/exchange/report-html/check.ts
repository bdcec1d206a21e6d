import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { createTextComparison } from '../report/comparison.ts';
import { createReport } from '../report/report.ts';
import { shownTexts, type ShownMarks } from '../report/shown-text.ts';
import { SourceFault, type SetSource } from '../set/source.ts';
import { textPieces } from '../set/text-pieces.ts';
import { unescapeHtml } from './markup.ts';

const marks: ShownMarks = { open: ({ number }) => String(number), close: () => '', hasList: true };

/** The text between the tags of the body is that of the report. Throws nothing for what is in the file. */
export async function checkHtmlReport(source: SetSource, set: AnnotatedSet): Promise<string | null> {
  const [file] = source.files;
  if (file === undefined) return 'there is no file';
  const comparison = createTextComparison(shownTexts(createReport(set), marks));
  let rest = '';
  let isBody = false;
  try {
    for await (const piece of textPieces(file)) {
      rest += piece;
      if (!isBody) {
        const at = rest.indexOf('<body>');
        if (at === -1) continue;
        rest = rest.slice(at);
        isBody = true;
      }
      // No tag and no reference is looked at before it is whole.
      const end = Math.max(rest.lastIndexOf('>') + 1, 0);
      const wrong = comparison.take(textOf(rest.slice(0, end)));
      if (wrong !== null) return wrong;
      rest = rest.slice(end);
    }
  } catch (error) {
    if (error instanceof SourceFault) return error.message;
    throw error;
  }
  return comparison.take(textOf(rest)) ?? comparison.end();
}

/** Of markup of ours, in which no `>` stands within a tag. */
function textOf(markup: string): string {
  return unescapeHtml(markup.replaceAll(/<[^<>]*>/gu, ''));
}
