import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { createTextComparison } from '../report/comparison.ts';
import { createReport, type Report } from '../report/report.ts';
import { shownTexts, type ShownMarks } from '../report/shown-text.ts';
import { SourceFault, type SetSource } from '../set/source.ts';
import { xmlPieces } from '../set/xml-pieces.ts';
import { commentTexts } from './comments.ts';
import { writableText } from './word-xml.ts';

const marks: ShownMarks = { open: () => '', close: () => '', hasList: false };

/** The text of the document is that of the report, and each of its occurrences has its comment. */
export async function checkDocxReport(source: SetSource, set: AnnotatedSet): Promise<string | null> {
  const report = createReport(set);
  return (
    (await partDifference(source, 'word/document.xml', shownTexts(report, marks))) ??
    (await partDifference(source, 'word/comments.xml', allComments(report)))
  );
}

function* allComments(report: Report): Generator<string> {
  for (const { occurrences } of report.documents()) for (const one of occurrences) yield* commentTexts(one);
}

async function partDifference(source: SetSource, path: string, meant: Iterable<string>): Promise<string | null> {
  const file = source.files.find((one) => one.path === path);
  if (file === undefined) return `“${path}” is missing`;
  const comparison = createTextComparison(meant, writableText);
  let text = '';
  let isText = false;
  const handler = {
    open: ({ local }: { readonly local: string }) => {
      isText = local === 't';
    },
    text: (piece: string) => {
      if (isText) text += piece;
    },
    close: () => {
      isText = false;
    },
  };
  try {
    for await (const _ of xmlPieces(file, handler)) {
      const wrong = comparison.take(text);
      if (wrong !== null) return `${path}: ${wrong}`;
      text = '';
    }
  } catch (error) {
    if (error instanceof SourceFault) return error.message;
    throw error;
  }
  const wrong = comparison.end();
  return wrong === null ? null : `${path}: ${wrong}`;
}
