/** As much of fontkit 2.0.4 as is used here; it comes without types. */
declare module 'fontkit' {
  export interface PathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    readonly args: readonly number[];
  }

  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    codePoints: readonly number[];
    readonly path: { readonly commands: readonly PathCommand[]; readonly bbox: { readonly minX: number } };
  }

  /** What is embedded of a font: it gathers the tables, glyph by glyph. */
  export interface Subset {
    _addGlyph: (glyph: number) => number;
    readonly glyf: Uint8Array[];
    readonly loca: { readonly offsets: number[] };
    readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] };
    offset: number;
  }

  export interface Font {
    readonly characterSet: readonly number[];
    readonly _tables: Record<string, unknown>;
    getGlyph: (glyph: number, characters?: readonly number[]) => Glyph;
    glyphForCodePoint: (codePoint: number) => Glyph;
    createSubset: () => Subset;
    layout: (text: string, features?: Readonly<Record<string, boolean>>) => unknown;
  }

  export function create(bytes: Uint8Array): Font;
}
