import { closeSync, openSync, writeSync } from 'node:fs';
import type { Article } from './corpus.ts';
import { makeRoughCopy } from './generator.ts';
import { createRandom } from './random.ts';

/**
 * Writes `count` articles as JSONL, one a line: the articles as they are, then edited copies of them, round and round,
 * until there are enough. Nothing but the articles and one copy is in memory at a time.
 */
export function writeCorpus(path: string, articles: readonly Article[], count: number, seed: number): void {
  const random = createRandom(seed);
  const file = openSync(path, 'w');
  try {
    for (let made = 0; made < count; made += 1) {
      const article = articles[made % articles.length];
      const round = Math.floor(made / articles.length);
      if (article === undefined) return;
      const { date, title, source } = article;
      const line =
        round === 0
          ? article
          : {
              id: `${article.id}-${round}`,
              date,
              source: `${source} ${round}`,
              title: `${title} (${round})`,
              text: makeRoughCopy(article, articles, random),
            };
      writeSync(file, `${JSON.stringify(line)}\n`);
    }
  } finally {
    closeSync(file);
  }
}
