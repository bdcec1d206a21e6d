import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { loadPdfjs } from '../pdf/pdfjs.ts';
import { createTextComparison } from '../report/comparison.ts';
import { createReport } from '../report/report.ts';
import { shownTexts, type ShownMarks } from '../report/shown-text.ts';
import type { SetSource } from '../set/source.ts';
import { page } from './canvas.ts';
import { drawableText, substituteRemark } from './coverage.ts';
import { openFonts, type Fonts } from './fonts.ts';

const marks: ShownMarks = {
  open: ({ number }) => String(number),
  close: () => '',
  remark: ({ document }) => substituteRemark(document),
  hasList: true,
};

/** Of a longer report the rest is opened and not read. */
const pagesRead = 300;
const bytesRead = 128 * 1024 * 1024;

/** Another reader opens the file, and what it finds on the pages, but for their numbers, is the text of the report. */
export async function checkPdfReport(source: SetSource, set: AnnotatedSet): Promise<string | null> {
  const [file] = source.files;
  if (file === undefined) return 'there is no file';
  if (file.size > bytesRead) return endOfFile(file.pieces());
  const bytes = await file.bytes();
  if (!bytes.ok) return bytes.error;
  const [{ getDocument, VerbosityLevel }, fonts] = await Promise.all([loadPdfjs(), openFonts()]);
  const task = getDocument({
    data: new Uint8Array(bytes.value),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
  });
  try {
    const pdf = await task.promise;
    const fold = createFold(fonts);
    const comparison = createTextComparison(shownTexts(createReport(set), marks), (text) => fold(drawableText(text)));
    for (let number = 1; number <= Math.min(pdf.numPages, pagesRead); number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent({ disableNormalization: true });
      const shown = items.flatMap((item) =>
        'str' in item && Number(item.transform[5]) > page.footer + 10 ? [item.str] : [],
      );
      const wrong = comparison.take(fold(shown.join('')));
      if (wrong !== null) return `page ${number}: ${wrong}`;
    }
    if (pdf.numPages <= pagesRead) return comparison.end();
    await pdf.getPage(pdf.numPages);
    return null;
  } catch (error) {
    return `it does not open (${error instanceof Error ? error.message : String(error)})`;
  } finally {
    await task.destroy();
  }
}

async function endOfFile(pieces: AsyncIterable<Uint8Array>): Promise<string | null> {
  let end = '';
  for await (const piece of pieces) end = (end + Buffer.from(piece.slice(-64)).toString('latin1')).slice(-64);
  return /%%EOF\s*$/u.test(end) ? null : 'its end is missing';
}

/** Characters that share a glyph cannot be told apart in the file, nor by whoever reads it: they are taken for one. */
function createFold(fonts: Fonts): (text: string) => string {
  const first = new Map<string, string>();
  const known = new Map<string, string>();
  for (const { name, font, characters } of fonts.files) {
    for (const codePoint of [...characters].toSorted((a, b) => a - b)) {
      const character = String.fromCodePoint(codePoint);
      const glyph = `${name} ${font.glyphForCodePoint(codePoint).id}`;
      const same = first.get(glyph) ?? character;
      first.set(glyph, same);
      if (same !== character && !known.has(character)) known.set(character, same);
    }
  }
  return (text) =>
    Array.from(text.normalize('NFKD'), (character) => known.get(character) ?? character)
      .join('')
      .normalize('NFKD');
}
