import { closeSync, openSync, writeSync } from 'node:fs';
import type { Article } from './corpus.ts';
import { makeRoughCopy } from './generator.ts';
import { createRandom } from './random.ts';

/** Articles of one block: what holds for the first block holds for all of them. */
const BLOCK = 5000;

/**
 * Writes `count` articles as JSONL, one a line: the articles as they are and, where there are too few, edited copies of
 * them. They come in blocks of 5,000, each with its own share of the articles, first as they are and then copied, round
 * after round: so a part of the corpus is made like the whole, and growth is the index's and not the corpus's. Nothing
 * but the articles and one copy is in memory at a time. `extra` more articles follow, copies of the last ones.
 */
export function writeCorpus(
  path: string,
  articles: readonly Article[],
  count: number,
  extra: number,
  seed: number,
): void {
  const random = createRandom(seed);
  const file = openSync(path, 'w');
  const write = (article: Article, round: number): void => {
    const { id, date, source, title } = article;
    const copy = { id: `${id}-${round}`, date, source: `${source} ${round}`, title: `${title} (${round})` };
    // Of a very short article nothing may be left: an importer would refuse it.
    const line = round === 0 ? article : { ...copy, text: makeRoughCopy(article, articles, random) || article.text };
    writeSync(file, `${JSON.stringify(line)}\n`);
  };
  try {
    for (let made = 0; made < count; made += BLOCK) {
      const size = Math.min(BLOCK, count - made);
      const from = Math.floor((made / count) * articles.length);
      const to = Math.floor(((made + size) / count) * articles.length);
      for (let index = 0; index < size; index += 1) {
        const article = articles[from + (index % Math.max(1, to - from))];
        if (article !== undefined) write(article, Math.floor(index / Math.max(1, to - from)));
      }
    }
    for (let index = 0; index < extra; index += 1) {
      const article = articles[Math.floor(random.next() * articles.length)];
      if (article !== undefined) write(article, 1000 + index);
    }
  } finally {
    closeSync(file);
  }
}
