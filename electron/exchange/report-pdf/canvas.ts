/** The pages of a report: lines of text one under the other, page after page. All lengths in points, from the top. */
import type { LabelStyle } from '../report/label-style.ts';
import { drawableText } from './coverage.ts';
import type { FamilyName, Fonts } from './fonts.ts';
import { breakLines, cutPieces, joinPieces, type Measure, type Piece } from './layout.ts';
import { drawUnderline } from './underline.ts';

export const page = { width: 595.28, height: 841.89, top: 72, bottom: 84, side: 88, footer: 48 } as const;

/** How a stretch of text is drawn. */
export interface TextLook {
  readonly family: FamilyName;
  readonly size: number;
  readonly colour: string;
  /** Above the line it stands on. */
  readonly raise?: number | undefined;
  /** Labels that lie over it, outermost first, each in its lane. */
  readonly labels?: readonly { readonly style: LabelStyle; readonly lane: number }[] | undefined;
}

export interface Stretch {
  readonly text: string;
  readonly look: TextLook;
}

export interface BlockLook {
  readonly leading: number;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly indent?: number | undefined;
  /** Room that has to be left below, so that a heading does not stand alone. */
  readonly keep?: number | undefined;
}

export interface Canvas {
  /** Sets a text below what is there; line feeds in it begin lines. Missing characters are substituted. */
  readonly block: (stretches: readonly Stretch[], look: BlockLook) => void;
  readonly bookmark: (title: string) => void;
  /** Forgets what was measured, so that little is held however long the report is. */
  readonly rest: () => void;
}

const cacheLimit = 50_000;

export function createCanvas(pdf: PDFKit.PDFDocument, fonts: Fonts): Canvas {
  for (const { name, font } of fonts.files) pdf.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource);
  const widths = new Map<string, number>();
  let y = 0;
  let pages = 0;

  const measureAt = (text: string, font: string, size: number): number => {
    const key = `${font} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = pdf.font(font).fontSize(1000).widthOfString(text) / 1000;
      widths.set(key, width);
    }
    return width * size;
  };

  const addPage = (): void => {
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    pages += 1;
    y = page.top;
    const number = String(pages);
    const [part] = fonts.parts(number, 'interface');
    if (part === undefined) return;
    const width = measureAt(number, part.name, 8);
    draw(part.name, 8, '65625b', number, (page.width - width) / 2, page.height - page.footer);
  };

  const room = (height: number): void => {
    if (pages === 0 || y + height > page.height - page.bottom) addPage();
  };

  const draw = (font: string, size: number, colour: string, text: string, x: number, baseline: number): void => {
    pdf.font(font).fontSize(size).fillColor(`#${colour}`);
    pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  };

  const drawPiece = ({ text, font, width }: Piece, look: TextLook, x: number, baseline: number): void => {
    const { size, colour, raise = 0, labels = [] } = look;
    const innermost = labels.at(-1);
    if (innermost !== undefined) {
      pdf.rect(x, baseline - size * 0.86, width, size * 1.14).fill(`#${innermost.style.light.tint}`);
      for (const { style, lane } of labels) drawUnderline(pdf, style, { x, y: baseline + 2.2 + lane * 1.7, width });
    }
    draw(font, size, colour, text, x, baseline - raise);
  };

  return {
    block: (stretches, { leading, before = 0, after = 0, indent = 0, keep = 0 }) => {
      if (pages > 0 && y > page.top) y += before;
      room(leading + keep);
      for (const line of linesOf(stretches)) {
        const looks = line.map(({ look }) => look);
        const measure: Measure = (words, font, at) => measureAt(words, font, looks[at]?.size ?? 10);
        const pieces = line.flatMap(({ text, look }, at) =>
          fonts.parts(text, look.family).flatMap((part) => cutPieces(part.text, part.name, at, measure)),
        );
        const width = page.width - 2 * page.side - indent;
        for (const set of breakLines(pieces, width, measure)) {
          room(leading);
          let x = page.side + indent;
          for (const piece of joinPieces(set.pieces)) {
            const look = looks[piece.look];
            if (look !== undefined) drawPiece(piece, look, x, y + leading * 0.72);
            x += piece.width;
          }
          y += leading;
        }
      }
      y += after;
    },
    bookmark: (title) => {
      room(60);
      pdf.outline.addItem(title);
    },
    rest: () => {
      if (widths.size < cacheLimit) return;
      widths.clear();
      for (const { name } of fonts.files) {
        pdf.font(name);
        const current = (pdf as unknown as { readonly _font: { layoutCache?: object } })._font;
        current.layoutCache = Object.create(null) as object;
      }
    },
  };
}

/** Cut at line feeds, each stretch as it can be drawn. */
function linesOf(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const lines: Stretch[][] = [[]];
  for (const { text, look } of stretches) {
    for (const [at, part] of drawableText(text).split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, look });
    }
  }
  return lines;
}
