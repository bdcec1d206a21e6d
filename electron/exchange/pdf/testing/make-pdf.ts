/** PDF files made for tests. */
import PdfWriter from 'pdfkit';

export type Pdf = PDFKit.PDFDocument;

export async function makePdf(draw: (pdf: Pdf) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PdfWriter({
    size: 'A4',
    margin: 72,
    info: { Title: 'Minister denies', Author: 'Ann', CreationDate: new Date(Date.UTC(2015, 9, 3)) },
    ...options,
  });
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

/** Sentences with words of their own, so that their order can be told. */
export function sentences(from: number, count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `Sentence number ${from + at} says that the minister of matter ${(from + at) * 7} has denied every one of the claims made about him.`,
  ).join(' ');
}
