/** Random acts of an analyst, for the laws that must hold whatever she does. */
import fc from 'fast-check';
import type { NewDocument } from '#shared/domain/document.ts';
import type { Workbench } from '../workbench.ts';
import { articleOf } from './five-articles.ts';

export type RandomAct =
  | { readonly act: 'import'; readonly pick: number }
  | {
      readonly act: 'tag';
      readonly pick: number;
      readonly from: number;
      readonly words: number;
      readonly label: number;
      readonly by: number;
    }
  | { readonly act: 'remove' | 'detach' | 'attach' | 'attach elsewhere'; readonly pick: number; readonly which: number }
  | { readonly act: 'note'; readonly pick: number; readonly note: string }
  | { readonly act: 'add equivalent' | 'remove equivalent'; readonly pick: number }
  | { readonly act: 'align'; readonly pick: number; readonly which: number; readonly from: number }
  | { readonly act: 'place' | 'dismiss'; readonly pick: number; readonly which: number; readonly from: number }
  | { readonly act: 'undo' | 'redo' };

const sentences = [
  'The minister said on Monday that 30 ships had left the harbour.',
  'The minister said on Monday that 40 ships had left the harbour.',
  'Nobody has seen the letters 😀 that the council kept in its archive.',
  'Somebody has seen the letters 😀 that the council kept in its archive.',
  'She denied every word of it, and so did the mayor of the small town.',
  'Read more',
];

/** The third sentence with a paragraph put in between its halves: a copy in two ranges. */
const putIn =
  'Shares in the shipping line rose sharply on the news, and traders in the capital spoke of the best morning in months.';
const broken = sentences.length;
sentences.push((sentences[2] ?? '').replace(' that ', ` that\n\n${putIn}\n\n`));

/** Texts made of few sentences, so that copies of every kind come about. */
export const randomDocuments: readonly NewDocument[] = [
  [0, 2, 4, 5],
  [0, broken, 4],
  [0, 4, 2, 5],
  [1, 3, 4],
  [0, 0, 3],
  [4, 2],
  [4, 2],
].map((picks, index) => {
  const article = articleOf(`${index}.txt`, picks.map((pick) => sentences[pick]).join('\n\n'));
  // Three states of one article, which are near-copies of others or of none.
  const isState = [1, 4, 6].includes(index);
  return isState ? { ...article, origin: { ...article.origin, url: `https://news.example/a#${index}` } } : article;
});

const pick = fc.nat({ max: 1000 });

export const randomActs: fc.Arbitrary<readonly RandomAct[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ act: fc.constant('import' as const), pick }) },
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constant('tag' as const),
        pick,
        from: pick,
        words: fc.integer({ min: 1, max: 20 }),
        label: fc.nat({ max: 2 }),
        by: fc.nat({ max: 1 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constantFrom('remove' as const, 'detach' as const, 'attach' as const, 'attach elsewhere' as const),
        pick,
        which: pick,
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('note' as const), pick, note: fc.string() }) },
    {
      weight: 1,
      arbitrary: fc.record({ act: fc.constantFrom('add equivalent' as const, 'remove equivalent' as const), pick }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('align' as const), pick, which: pick, from: pick }) },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constantFrom('place' as const, 'dismiss' as const),
        pick,
        which: pick,
        from: pick,
      }),
    },
    { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }) },
  ),
  { maxLength: 14 },
);

function at<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}

/** The first comes with the program, in other letters; the second and third are one pair. */
const equivalents = [
  { a: 'percent', b: 'Per Cent' },
  { a: 'ship', b: 'vessel' },
  { a: 'vessel', b: 'Ship' },
  { a: 'small town', b: 'village' },
] as const;

const labels = ['claim', 'rebuttal', 'editorial-insertion'];

/** Does the act if it can be done; a refusal is as good as a deed. Returns whether the call was accepted. */
export function doAct(workbench: Workbench, act: RandomAct): boolean {
  switch (act.act) {
    case 'import': {
      const document = at(randomDocuments, act.pick);
      return document !== undefined && workbench.importDocuments([document]).ok;
    }
    case 'tag': {
      const document = at(workbench.documents(), act.pick);
      if (document === undefined) return false;
      const text = workbench.text(document.id);
      const words = [...text.matchAll(/\S+/gu)];
      const first = act.from % words.length;
      const last = Math.min(words.length - 1, first + act.words - 1);
      const start = words[first]?.index ?? 0;
      const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
      const input = {
        document: document.id,
        span: { start, end },
        quote: text.slice(start, end),
        label: labels[act.label],
      };
      return workbench.call('annotation.tag', input, act.by === 0 ? 'Ann' : 'Ben').ok;
    }
    case 'add equivalent':
    case 'remove equivalent': {
      const way = act.act === 'add equivalent' ? 'equivalent.add' : 'equivalent.remove';
      return workbench.call(way, at(equivalents, act.pick)).ok;
    }
    case 'align': {
      const [a, b] = [act.pick, act.which].map((pick) => {
        const document = at(workbench.documents(), pick);
        const start = act.from % (document?.length ?? 1);
        return { document: document?.id ?? '', start, end: start + Math.ceil(((document?.length ?? 0) - start) / 2) };
      });
      return a !== undefined && b !== undefined && workbench.importAlignments('align.json', [{ a, b }]).ok;
    }
    case 'place':
    case 'dismiss': {
      const orphan = at(workbench.orphans(), act.pick);
      if (orphan === undefined) return false;
      const { annotation, into: document } = orphan;
      if (act.act === 'dismiss') return workbench.call('orphan.dismiss', { annotation, document, reason: 'gone' }).ok;
      const text = workbench.text(document);
      const words = [...text.matchAll(/\S+/gu)];
      const first = words[act.from % words.length];
      const last = words[Math.min(words.length - 1, (act.from % words.length) + (act.which % 9))];
      const span = { start: first?.index ?? 0, end: (last?.index ?? 0) + (last?.[0].length ?? 0) };
      const quote = text.slice(span.start, span.end);
      return workbench.call('occurrence.place', { annotation, document, span, quote }).ok;
    }
    case 'undo':
    case 'redo':
      return workbench.call(`history.${act.act}`, {}).ok;
    default: {
      const annotation = at(workbench.annotations(), act.pick);
      if (annotation === undefined) return false;
      const id = annotation.annotation;
      if (act.act === 'remove') return workbench.call('annotation.remove', { annotation: id }).ok;
      if (act.act === 'note') return workbench.call('annotation.note', { annotation: id, note: act.note }).ok;
      const elsewhere = workbench.call('annotation.elsewhere', { annotation: id });
      const places: readonly { readonly document: string; readonly start: number }[] =
        act.act === 'attach elsewhere' ? (elsewhere.ok ? elsewhere.value.places : []) : annotation.occurrences;
      const place = at(places, act.which);
      if (place === undefined) return false;
      const { document, start } = place;
      const method = act.act === 'detach' ? 'occurrence.detach' : 'occurrence.attach';
      return workbench.call(method, { annotation: id, document, start, reason: 'because' }).ok;
    }
  }
}

/** Everything a window could show, as one readable text. */
export function visible(workbench: Workbench): string {
  const names = new Map(workbench.documents().map(({ id, name }) => [id, name]));
  const read = workbench.call('project.read', {});
  const rows = read.ok ? read.value.changes.filter(({ entity }) => entity !== 'history') : [];
  const table = workbench.call('equivalents.list', {});
  const equivalents = table.ok ? table.value.map(({ a, b }) => `${a} = ${b}`).toSorted() : [];
  const orphans = workbench.orphans();
  return JSON.stringify(
    { rows, annotations: workbench.annotations(), names: [...names], equivalents, orphans },
    null,
    1,
  );
}
