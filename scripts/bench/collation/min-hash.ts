/**
 * A plain MinHash package, `minhash`: signatures of 128 numbers over rows of 5 words, bands of 4. It says which documents
 * are near-copies as wholes; it knows no passages, so what it saves in work it does not find.
 */
import { LshIndex, Minhash } from 'minhash';
import type { Article } from './corpus.ts';
import { wordRows } from './words.ts';

const ROW = 5;

/** Pairs of documents that share a band, over all articles. */
export function minHashPairs(articles: Iterable<Article>): number {
  const index = new LshIndex({ bandSize: 4 });
  let pairs = 0;
  for (const { id, text } of articles) {
    const signature = new Minhash({ numPerm: 128, seed: 1 });
    for (const row of wordRows(text, ROW)) signature.update(row);
    index.insert(id, signature);
    pairs += index.query(signature).length - 1;
  }
  return pairs;
}
