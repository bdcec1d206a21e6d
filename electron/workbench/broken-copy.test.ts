/** A copy that a paragraph was put into, from the key to the counts: one occurrence, the paragraph no part of it. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EventDraft } from '#shared/domain/event.ts';
import { ok } from '#shared/text/result.ts';
import { openProjectFile } from '#electron/store/open.ts';
import { createWorkbench } from './create-workbench.ts';
import { articleOf, countingIdentity, projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';
import { recount } from './testing/recount.ts';
import type { Workbench } from './workbench.ts';

const lead = 'The minister opened the new harbour on Tuesday and spoke to reporters for an hour.';
const first = 'We will build 300 houses on the old ropewalk by the sea';
const second = 'and we will not raise the tax on fuel this year.';
const putIn = 'Shares in the builder rose sharply after the news became known in the city, traders said on Tuesday.';
const tail = 'Fishermen in the town have waited for eleven years and few of them believed him.';

const whole = articleOf('a.txt', `${lead} ${first} ${second} ${tail}`);
const broken = articleOf('b.txt', `${lead} ${first}\n\n${putIn}\n\n${second} ${tail}`);

function idOf(workbench: Workbench, name: string): string {
  return valueOf(workbench.resolveDocument(name)).id;
}

function tag(workbench: Workbench, name: string, words: string, as?: string) {
  const document = idOf(workbench, name);
  const start = workbench.text(document).indexOf(words);
  const span = { start, end: start + words.length };
  return valueOf(workbench.call('annotation.tag', { document, span, quote: words, label: 'claim' }, as));
}

/** As exporters take them, document by document. */
function occurrencesOf(workbench: Workbench) {
  return [...workbench.annotatedSet().documents()].flatMap(({ id, occurrences }) =>
    occurrences.map((occurrence) => ({ ...occurrence, document: id })),
  );
}

function claims(workbench: Workbench): string {
  const line = workbench.counts().labels.find(({ label }) => label === 'claim');
  return `${line?.passages}·${line?.occurrences}·${line?.pending}`;
}

describe('a copy that a paragraph was put into', () => {
  test('is one occurrence that counts once, and says where its words are', () => {
    const workbench = projectWith([whole, broken]);
    const { occurrences, elsewhere } = tag(workbench, 'a.txt', `${first} ${second}`);
    const text = workbench.text(idOf(workbench, 'b.txt'));
    const copy = occurrences[1];
    expect(occurrences.map((found) => [found.status, found.text])).toEqual([
      ['exact', `${first} ${second}`],
      ['edited', `${first} … ${second}`],
    ]);
    expect(copy?.ranges?.map(({ start, end }) => text.slice(start, end))).toEqual([first, second]);
    expect([copy?.start, copy?.end]).toEqual([text.indexOf(first), text.indexOf(second) + second.length]);
    expect([claims(workbench), elsewhere]).toEqual(['1·2·0', []]);
    expect(workbench.annotations()[0]?.occurrences).toEqual(occurrences);
  });

  test('is the same wherever it is read: rows, export, after a replay', () => {
    const workbench = projectWith([whole, broken]);
    const { occurrences } = tag(workbench, 'a.txt', `${first} ${second}`);
    const ranges = occurrences[1]?.ranges;
    const document = idOf(workbench, 'b.txt');
    const read = valueOf(workbench.call('document.read', { document }));
    const rows = read.changes.flatMap(({ entity, row }) => (entity === 'occurrence' && row !== null ? [row] : []));
    expect(rows.map((row) => row.ranges)).toEqual(expect.arrayContaining([ranges, undefined]));
    expect(occurrencesOf(workbench).map((found) => found.ranges)).toEqual([undefined, ranges]);
    expect(workbench.rebuild().differed).toEqual([]);
  });

  test('does not hold the paragraph: what is tagged there stands by itself', () => {
    const workbench = projectWith([whole, broken]);
    const claim = tag(workbench, 'a.txt', `${first} ${second}`);
    const inside = tag(workbench, 'b.txt', putIn);
    expect([inside.joined, inside.annotation === claim.annotation, claims(workbench)]).toEqual([false, false, '2·3·0']);
  });

  test('is another place than all that it stretches over', () => {
    const workbench = projectWith([whole, broken]);
    tag(workbench, 'a.txt', `${first} ${second}`);
    const over = tag(workbench, 'b.txt', `${first}\n\n${putIn}\n\n${second}`);
    expect(over.joined).toBe(false);
    expect(recount(workbench.log(), workbench.text)).toEqual(
      workbench
        .counts()
        .documents.concat({ document: '', labels: workbench.counts().labels })
        .flatMap(({ document, labels }) =>
          labels
            .filter(({ occurrences, pending }) => occurrences + pending > 0)
            .map((line) => `${line.label} ${document} ${line.passages}·${line.occurrences}·${line.pending}`),
        )
        .toSorted(),
    );
  });

  test('is one place for two annotators, whatever marks either took along', () => {
    const workbench = projectWith([whole, broken]);
    tag(workbench, 'a.txt', `${first} ${second}`, 'Ann');
    tag(workbench, 'a.txt', `${first} ${second.slice(0, -1)}`, 'Ben');
    expect(claims(workbench)).toBe('1·2·0');
  });

  test('is another place than one span over all of it in the same passage, which an older copy finder gave', () => {
    const path = join(temporaryFolder(), 'p.variorum');
    const workbench = projectWith([whole, broken], path);
    const { annotation, occurrences } = tag(workbench, 'a.txt', `${first} ${second}`);
    const [own, copy] = occurrencesOf(workbench);
    workbench.close();
    if (own === undefined || copy === undefined) throw new Error(`${annotation} has ${occurrences.length} occurrences`);
    const found = [own, copy].map(({ document, start, end, coverage }) => ({ document, start, end, coverage }));
    const { document, start, end } = own;
    const payload = {
      annotation: 'older',
      label: 'claim',
      note: '',
      document,
      start,
      end,
      quote: `${first} ${second}`,
    };
    const events: readonly EventDraft[] = [
      {
        type: 'annotation-tagged',
        payload: { ...payload, occurrences: found.map((each) => ({ ...each, status: 'exact' })) },
      },
    ];
    const identity = countingIdentity(Date.now() + 1000);
    const store = valueOf(openProjectFile(path, identity));
    valueOf(store.transact(() => ok({ value: null, writing: { actor: 'Ben', events } })));
    const united = createWorkbench(store, identity);
    expect(claims(united)).toBe('1·3·0');
    expect(recount(united.log(), united.text)).toContain('claim  1·3·0');
    united.close();
  });

  test('can be detached and attached, undone and done again, and keeps its ranges', () => {
    const workbench = projectWith([whole, broken]);
    const { annotation, occurrences } = tag(workbench, 'a.txt', `${first} ${second}`);
    const copy = occurrences[1];
    const at = { annotation, document: copy?.document, start: copy?.start };
    const rangesNow = () => workbench.annotations()[0]?.occurrences[1]?.ranges;
    valueOf(workbench.call('occurrence.detach', at));
    expect([claims(workbench), rangesNow()]).toEqual(['1·1·0', copy?.ranges]);
    const undone = valueOf(workbench.call('history.undo', {}));
    expect([claims(workbench), rangesNow()]).toEqual(['1·2·0', copy?.ranges]);
    expect(undone.place).toEqual({ document: copy?.document, ...copy?.ranges?.[0] });
    valueOf(workbench.call('history.undo', {}));
    valueOf(workbench.call('history.redo', {}));
    expect([claims(workbench), rangesNow()]).toEqual(['1·2·0', copy?.ranges]);
  });

  test('comes into an annotation when its document is imported later', () => {
    const workbench = projectWith([whole]);
    tag(workbench, 'a.txt', `${first} ${second}`);
    valueOf(workbench.importDocuments([broken]));
    expect(workbench.annotations()[0]?.occurrences.map(({ text, ranges }) => [text, ranges?.length])).toEqual([
      [`${first} ${second}`, undefined],
      [`${first} … ${second}`, 2],
    ]);
  });
});
