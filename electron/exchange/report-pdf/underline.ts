/** The line under the words of a label, in its own pattern. */
import type { LabelStyle } from '../report/label-style.ts';

export interface Stroke {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function drawUnderline(
  pdf: PDFKit.PDFDocument,
  { pattern, thickness, light }: LabelStyle,
  stroke: Stroke,
): void {
  const { x, y, width } = stroke;
  const weight = thickness * 0.6;
  pdf.save();
  pdf.lineWidth(weight).strokeColor(`#${light.colour}`);
  switch (pattern) {
    case 'solid':
      straight(pdf, stroke);
      break;
    case 'dashed':
      pdf.dash(3.2, { space: 1.8 });
      straight(pdf, stroke);
      break;
    case 'dotted':
      pdf.dash(weight, { space: weight * 1.4 });
      straight(pdf, stroke);
      break;
    case 'double':
      straight(pdf, stroke);
      straight(pdf, { x, width, y: y + weight * 2 });
      break;
    case 'wavy':
      pdf.moveTo(x, y);
      for (let at = 1.2, side = 1; at < width; at += 1.2, side = -side) pdf.lineTo(x + at, y + side * 0.6);
      pdf.stroke();
      break;
  }
  pdf.restore();
}

function straight(pdf: PDFKit.PDFDocument, { x, y, width }: Stroke): void {
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke();
}
