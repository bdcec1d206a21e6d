/** Headers, footers and page numbers: lines at the edge of page after page that say the same but for their numbers. */
import type { Chunk } from './page-chunks.ts';

export interface Page {
  readonly chunks: readonly Chunk[];
  /** In points. */
  readonly height: number;
}

export interface WithoutRunning {
  readonly pages: readonly Page[];
  /** One of each kind that was left out, as it was printed. */
  readonly examples: readonly string[];
  readonly count: number;
}

/** Of the page's height: only here may such lines stand. */
const edge = 0.12;
/** On so many of the pages at least. */
const share = 0.4;

export function withoutRunningLines(pages: readonly Page[]): WithoutRunning {
  const places = new Map<string, { readonly text: string; readonly pages: Set<number> }>();
  for (const [number, page] of pages.entries()) {
    for (const chunk of edgeChunks(page)) {
      const key = keyOf(chunk, page);
      const place = places.get(key) ?? { text: chunk.text, pages: new Set() };
      place.pages.add(number);
      places.set(key, place);
    }
  }
  const least = Math.max(2, Math.ceil(share * pages.length));
  const running = new Map([...places].filter(([, place]) => place.pages.size >= least));
  let count = 0;
  const kept = pages.map((page) => {
    const atEdge = new Set(edgeChunks(page).filter((chunk) => running.has(keyOf(chunk, page))));
    count += atEdge.size;
    return { ...page, chunks: page.chunks.filter((chunk) => !atEdge.has(chunk)) };
  });
  return { pages: kept, examples: [...running.values()].map(({ text }) => text), count };
}

/** Beyond all other lines, or at least where headers and footers are printed. */
function edgeChunks({ chunks, height }: Page): readonly Chunk[] {
  return chunks.filter(({ baseline }) => baseline < edge * height || baseline > (1 - edge) * height);
}

/** The same words at the same height, whatever the numbers in them. */
function keyOf({ text, baseline }: Chunk, { height }: Page): string {
  const words = text
    .toLowerCase()
    .replace(/\p{N}+/gu, '#')
    .replace(/^[ivxlc]+$/u, '#')
    .replace(/\s+/gu, ' ');
  return `${Math.round((100 * baseline) / height)} ${words}`;
}
