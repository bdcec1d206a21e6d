/**
 * A font as pdfkit embeds it. The files are WOFF2, of which fontkit 2.0.4 makes no subset, since their outlines are packed
 * in another way: outlines are written anew, in the weight that the file has by itself.
 */
import type { Font } from 'fontkit';
import { glyphOutline } from './glyph-outline.ts';

/** What is drawn is what can be copied: letters are not joined, arrows are not made of hyphens. */
const features = { liga: false, clig: false, calt: false } as const;

/** @param url `data:` of a WOFF2 file */
export async function openFont(url: string): Promise<Font> {
  const { create } = await import('fontkit');
  const font = create(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  // A packed font has no table of places; the new one has long offsets.
  font._tables['loca'] = { version: 1, offsets: [] };
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    subset._addGlyph = (id) => {
      const { path, advanceWidth } = font.getGlyph(id);
      const outline = glyphOutline(path.commands);
      subset.glyf.push(outline);
      subset.loca.offsets.push(subset.offset);
      const bearing = outline.length === 0 ? 0 : Math.round(path.bbox.minX);
      subset.hmtx.metrics.push({ advance: advanceWidth, bearing });
      subset.offset += outline.length;
      return subset.glyf.length - 1;
    };
    return subset;
  };
  // A glyph that was first met as a part of another one does not know its character.
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, characters = []) => {
    const glyph = getGlyph(id, characters);
    if (glyph.codePoints.length === 0) glyph.codePoints = characters;
    return glyph;
  };
  const layout = font.layout.bind(font);
  font.layout = (text) => layout(text, features);
  return font;
}
