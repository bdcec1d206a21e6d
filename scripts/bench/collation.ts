/**
 * `npm run bench -- collation [--data FOLDER] [--seed N] [--pairs N] [--quick] [--full] [--only quality|speed]`: quality
 * and speed of copy finding, ours and the peers' in one run, as one table. Asserts nothing. `--examples N` shows instead
 * what went wrong, N of each kind, in words.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { figureWord } from './collation/child.ts';
import { readCorpus } from './collation/corpus.ts';
import { exampleLines } from './collation/examples.ts';
import { type FigureInput, figures, type FigureName } from './collation/figures.ts';
import { qualityRows } from './collation/quality-rows.ts';
import { speedRows } from './collation/speed-rows.ts';
import { tableLines } from './collation/table.ts';

/** Seeds below 100 are for tuning; what is reported comes from another. */
const REPORT_SEED = 2024;

const [word, name, input] = process.argv.slice(2);
if (word === figureWord) {
  const answer = await figures[name as FigureName](JSON.parse(input ?? '') as FigureInput);
  console.log(JSON.stringify(answer));
} else {
  await bench();
}

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      seed: { type: 'string', default: String(REPORT_SEED) },
      pairs: { type: 'string' },
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      only: { type: 'string' },
      examples: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  const pairs = Number(values.pairs ?? (values.quick ? 400 : 600));
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(pairs) || pairs < 10) {
    throw new Error('--seed and --pairs take whole numbers; there are at least 10 pairs.');
  }
  const corpus = readCorpus(values.data === undefined ? undefined : resolve(values.data));
  if (values.examples !== undefined) {
    console.log(exampleLines(corpus, seed, Number(values.examples)).join('\n'));
    return;
  }
  const most = values.full ? 100_000 : 20_000;
  const count = values.quick ? corpus.articles.length : Math.max(most, corpus.articles.length);
  const say = (line: string): void => console.error(line);
  console.log(`Collation, measured on ${corpus.said}.`);
  if (pairs < 400) console.log(`Only ${pairs} pairs: too few for figures that are quoted.`);
  const rows = [];
  if (values.only !== 'speed') {
    say('Quality …');
    rows.push(...qualityRows(corpus, { seed, pairs, spans: 20_000, topics: 2400 }));
  }
  if (values.only !== 'quality') rows.push(...(await speedRows(corpus, count, seed, say)));
  console.log(['', ...tableLines(rows)].join('\n'));
}
