import { setImmediate } from 'node:timers/promises';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { createReport, type Report } from '../report/report.ts';
import { reportTitle } from '../report/wording.ts';
import type { SetFile } from '../set/format.ts';
import { createCanvas, type Canvas } from './canvas.ts';
import { openFonts } from './fonts.ts';
import { drawDocument, drawLegend, drawUncounted, drawUncountedHeading } from './drawing.ts';

export function writePdfReport(set: AnnotatedSet): readonly SetFile[] {
  return [{ path: '', chunks: pages(set) }];
}

/** Page after page; those that are done are handed on after each document. */
async function* pages(set: AnnotatedSet): AsyncGenerator<Uint8Array> {
  const [{ default: PdfDocument }, fonts] = await Promise.all([import('pdfkit'), openFonts()]);
  const report = createReport(set);
  // The same set makes the same file: it has to have a moment, and this one says nothing.
  const pdf = new PdfDocument({
    autoFirstPage: false,
    // None: its own would have to be read from a file.
    font: '',
    lang: 'en',
    displayTitle: true,
    info: { Title: reportTitle(report), Creator: 'Variorum', Producer: 'Variorum', CreationDate: new Date(0) },
  });
  let done: Uint8Array[] = [];
  pdf.on('data', (bytes: Uint8Array) => done.push(bytes));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  for (const step of steps(report, createCanvas(pdf, fonts))) {
    step();
    await setImmediate();
    yield* done;
    done = [];
  }
  pdf.end();
  await ended;
  yield* done;
}

function* steps(report: Report, canvas: Canvas): Generator<() => void> {
  yield () => drawLegend(report, canvas);
  for (const document of report.documents())
    yield () => {
      drawDocument(document, canvas);
      canvas.rest();
    };
  if (report.uncountedOccurrences === 0) return;
  yield () => drawUncountedHeading(canvas);
  for (const one of report.uncounted()) yield () => drawUncounted(one, canvas);
}
