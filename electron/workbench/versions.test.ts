/** Changed versions of an article: one group, annotations that follow, and those that cannot. */
import { describe, expect, test } from 'vitest';
import type { NewDocument } from '#shared/domain/document.ts';
import { articleOf, projectWith, valueOf } from './testing/five-articles.ts';
import { idOf, refusalOf, tag } from './testing/names.ts';
import type { Workbench } from './workbench.ts';

const url = 'https://news.example/harbour';
const kept = 'The minister said on Monday that thirty ships had left the harbour.';
const dropped = 'Nobody has seen the letters that the council kept in its archive since the spring of last year.';
const fresh =
  'A spokeswoman for the port authority called the figures premature and asked the press to wait for the report.';

const withUrl = (article: NewDocument, at = url): NewDocument => ({
  ...article,
  origin: { ...article.origin, url: at },
});
const first = withUrl(articleOf('v1.txt', `${kept}\n\n${dropped}`));
const second = withUrl(articleOf('v2.txt', `${fresh}\n\n${kept}`), `http://News.example/harbour/?utm_source=x#top`);
const unlike = withUrl(articleOf('v3.txt', 'Correction: this article was withdrawn by its editors on Friday evening.'));

const groups = (workbench: Workbench): readonly string[] => {
  const names = new Map(workbench.documents().map(({ id, name }) => [id, name]));
  return workbench.groups().map(({ documents }) => documents.map(({ document }) => names.get(document)).join(' '));
};
const orphans = (workbench: Workbench): readonly string[] => {
  const names = new Map(workbench.documents().map(({ id, name }) => [id, name]));
  return workbench
    .orphans()
    .map(
      ({ label, from, into }) =>
        `${label} “${from.text.slice(0, 12)}” of ${names.get(from.document)} into ${names.get(into)}`,
    );
};
const tagWords = (workbench: Workbench, name: string, words: string) => {
  const start = workbench.text(idOf(workbench, name)).indexOf(words);
  return tag(workbench, name, start, start + words.length);
};

describe('a document with the address of another and another text', () => {
  test('is said to be a changed version of it', () => {
    const workbench = projectWith([first]);
    const [answer] = valueOf(workbench.importDocuments([second]));
    expect(answer).toMatchObject({ status: 'added', versionOf: 'v1.txt', reason: 'A changed version of “v1.txt”.' });
    const [again] = valueOf(workbench.importDocuments([unlike]));
    expect(again?.reason).toBe('A changed version of “v2.txt”.');
  });

  test('is one also where both come at once, and none where the text is the same or the address another', () => {
    const workbench = projectWith([]);
    const twin = { ...first, name: 'twin.txt' };
    const other = withUrl(articleOf('other.txt', fresh), 'https://news.example/other');
    const answers = valueOf(workbench.importDocuments([first, second, twin, other]));
    expect(answers.map(({ versionOf }) => versionOf)).toEqual([undefined, 'v1.txt', 'v2.txt', undefined]);
    expect(valueOf(workbench.importDocuments([first])).map(({ versionOf }) => versionOf)).toEqual([undefined]);
  });

  test('is in its group whatever their words, by way of the import or of a job', () => {
    const workbench = projectWith([first]);
    valueOf(workbench.importDocuments([unlike]));
    expect(groups(workbench)).toEqual(['v1.txt v3.txt']);
    expect(workbench.overview().groups).toBe(1);
    expect(new Set(workbench.documents().map(({ group }) => group)).size).toBe(1);
    expect(
      workbench.variants(idOf(workbench, 'v3.txt')).every(({ against }) => against === idOf(workbench, 'v1.txt')),
    ).toBe(true);
  });

  test('joins the copies of the older one, and brings its own', () => {
    const copy = articleOf('copy.txt', `${first.text}\n\nBy our own staff.`);
    const copyOfThird = articleOf('copy of v3.txt', `${unlike.text} So it goes.`);
    const workbench = projectWith([copy, first, unlike, copyOfThird]);
    expect(groups(workbench)).toEqual(['copy.txt v1.txt v3.txt copy of v3.txt']);
  });

  test('leaves no trace in the groups when its import is undone, and comes back with it', () => {
    const workbench = projectWith([first]);
    const before = JSON.stringify(workbench.documents());
    valueOf(workbench.importDocuments([unlike]));
    const after = JSON.stringify(workbench.documents());
    valueOf(workbench.call('history.undo', {}));
    expect([JSON.stringify(workbench.documents()), workbench.overview().groups]).toEqual([before, 0]);
    valueOf(workbench.call('history.redo', {}));
    expect([JSON.stringify(workbench.documents()), workbench.overview().groups]).toEqual([after, 1]);
  });
});

describe('the annotations of an older version', () => {
  test('follow into the newer one by the rules of copies; what has no place there is an orphan', () => {
    const workbench = projectWith([first]);
    const found = tagWords(workbench, 'v1.txt', kept);
    tagWords(workbench, 'v1.txt', dropped);
    expect(orphans(workbench)).toEqual([]);
    valueOf(workbench.importDocuments([second]));
    const [annotation] = workbench.annotations({ document: idOf(workbench, 'v2.txt') });
    expect(annotation?.annotation).toBe(found.annotation);
    expect(orphans(workbench)).toEqual(['claim “Nobody has s” of v1.txt into v2.txt']);
    valueOf(workbench.call('history.undo', {}));
    expect(orphans(workbench)).toEqual([]);
  });

  test('are looked for in the newest version that has them, and not in older ones', () => {
    const workbench = projectWith([first, second]);
    tagWords(workbench, 'v2.txt', fresh);
    expect(orphans(workbench)).toEqual([]);
    valueOf(workbench.importDocuments([unlike]));
    tagWords(workbench, 'v2.txt', kept);
    expect(orphans(workbench).toSorted()).toEqual([
      'claim “A spokeswoma” of v2.txt into v3.txt',
      'claim “The minister” of v2.txt into v3.txt',
    ]);
    expect(workbench.orphans(idOf(workbench, 'v2.txt'))).toEqual([]);
    expect(workbench.orphans(idOf(workbench, 'v3.txt'))).toHaveLength(2);
  });

  test('are placed by hand where somebody sees them, which one undo takes back', () => {
    const workbench = projectWith([first, second]);
    const { annotation } = tagWords(workbench, 'v1.txt', dropped);
    const document = idOf(workbench, 'v2.txt');
    const span = { start: 0, end: fresh.length };
    const input = { annotation, document, span, quote: fresh, reason: 'rewritten' };
    valueOf(workbench.call('occurrence.place', input));
    expect(orphans(workbench)).toEqual([]);
    const placed = workbench.annotations()[0]?.occurrences.find((occurrence) => occurrence.document === document);
    expect(placed).toMatchObject({ ...span, status: 'partial', counted: true, text: fresh });
    expect(workbench.rebuild().differed).toEqual([]);
    valueOf(workbench.call('history.undo', {}));
    expect(orphans(workbench)).toHaveLength(1);
    valueOf(workbench.call('history.redo', {}));
    expect(orphans(workbench)).toEqual([]);
  });

  test('are said to be gone with a reason, for that version and those after it; one undo takes it back', () => {
    const workbench = projectWith([first, second]);
    const { annotation } = tagWords(workbench, 'v1.txt', dropped);
    const document = idOf(workbench, 'v2.txt');
    valueOf(workbench.call('orphan.dismiss', { annotation, document, reason: 'cut by the editor' }));
    valueOf(workbench.importDocuments([unlike]));
    expect(orphans(workbench)).toEqual([]);
    expect(workbench.rebuild().differed).toEqual([]);
    valueOf(workbench.call('history.undo', {}));
    valueOf(workbench.call('history.undo', {}));
    expect(orphans(workbench)).toEqual(['claim “Nobody has s” of v1.txt into v2.txt']);
  });

  test('cannot be placed twice, nor on no words, nor dismissed where nothing waits', () => {
    const workbench = projectWith([first, second]);
    const { annotation } = tagWords(workbench, 'v1.txt', kept);
    const document = idOf(workbench, 'v2.txt');
    const at = (start: number, end: number) =>
      refusalOf(
        workbench.call('occurrence.place', {
          annotation,
          document,
          span: { start, end },
          quote: workbench.text(document).slice(start, end),
        }),
      );
    const start = workbench.text(document).indexOf(kept);
    expect(
      [
        at(start + 4, start + 30),
        at(start, start + kept.length),
        at(fresh.length, fresh.length + 2),
        refusalOf(
          workbench.call('occurrence.place', { annotation, document, span: { start: 0, end: 5 }, quote: 'other' }),
        ),
        refusalOf(workbench.call('orphan.dismiss', { annotation, document })),
      ].map((sentence) => sentence.split(':')[0]),
    ).toEqual(['OccurrenceThere', 'AlreadyAttached', 'BlankSpan', 'QuoteMismatch', 'NoOrphan']);
  });

  test('that wait for a look in the newer version, or were detached there, are no orphans', () => {
    const changed = withUrl(articleOf('v2.txt', `${kept.replace('thirty', 'forty')}\n\n${fresh}`));
    const workbench = projectWith([first, changed]);
    const { annotation, occurrences } = tagWords(workbench, 'v1.txt', kept);
    const there = occurrences.find(({ document }) => document === idOf(workbench, 'v2.txt'));
    expect([there?.status, there?.counted, orphans(workbench)]).toEqual(['differs', false, []]);
    const { document, start } = there ?? { document: '', start: -1 };
    valueOf(workbench.call('occurrence.detach', { annotation, document, start, reason: 'another number' }));
    expect(orphans(workbench)).toEqual([]);
  });
});
