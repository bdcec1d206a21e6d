import { readCorpus, withoutStandingLines } from './corpus.ts';
import { measurePairs, measureProjection } from './quality.ts';
import { makePairs } from './generator.ts';
import * as ours from './ours.ts';
const corpus = readCorpus(process.argv[2]);
const sources = withoutStandingLines(corpus.articles);
console.log(corpus.said);
const seed = Number(process.argv[3] ?? 1);
let t = process.cpuUsage();
const pairs = makePairs(sources, Number(process.argv[4] ?? 400), seed);
let u = process.cpuUsage(t);
console.log(
  'generated',
  (u.user + u.system) / 1e6,
  's',
  pairs.reduce((n, p) => n + p.gold.length, 0),
);
console.log(measurePairs(pairs, ours.pairPassages));
t = process.cpuUsage();
const p = measureProjection(sources, Number(process.argv[5] ?? 2000), seed, ours.project, 10);
u = process.cpuUsage(t);
console.log('projection', (u.user + u.system) / 1e6, 's');
console.log(p.intact, p.edited, p.intact.exact / p.intact.all, p.edited.exact / p.edited.all);
for (const m of p.misses) {
  console.log('---', m.isIntact ? 'INTACT' : 'edited', JSON.stringify(m.pair.a.slice(m.span.start, m.span.end)));
  for (const r of m.truth)
    for (const s of r.starts) for (const e of r.ends) console.log('  true ', JSON.stringify(m.pair.b.slice(s, e)));
  for (const f of m.found ?? []) console.log('  found', JSON.stringify(m.pair.b.slice(f.start, f.end)));
}
