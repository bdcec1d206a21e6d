/** Links that another program found, beside our own. */
import { describe, expect, test } from 'vitest';
import type { OutsideAlignment } from '#shared/domain/alignment.ts';
import type { Commit } from '#shared/contract/commit.ts';
import { ok } from '#shared/text/result.ts';
import { openProjectFile } from '#electron/store/open.ts';
import { systemIdentity } from './clock.ts';
import { articleOf, projectWith, valueOf } from './testing/five-articles.ts';
import type { Workbench } from './workbench.ts';

/** Of every three words the third was read wrong: no three in a row are the same, so that our own engine sees nothing. */
const clean = 'the old mayor had seen many ships come home before any war broke out near his town';
const smeared = 'the old mqyor had seen rnany ships come hame before any vvar broke out neal his town';
const unlike = 'rain is expected on the coast tonight and it may well turn to snow before dawn';
const around = (words: string, name: string): string => `😀 A piece of ${name} alone.\n\nThey say ${words}, all told.`;

const texts = {
  'clean.txt': around(clean, 'yesterday'),
  'smeared.txt': around(smeared, 'elsewhere').replace('They say', 'Others wrote'),
  'unlike.txt': around(unlike, 'nothing').replace('They say', 'As for us'),
};
type Name = keyof typeof texts;

function project(): Workbench {
  return projectWith(Object.entries(texts).map(([name, text]) => articleOf(name, text)));
}

function idOf(workbench: Workbench, name: Name): string {
  return valueOf(workbench.resolveDocument(name)).id;
}

function place(workbench: Workbench, name: Name, words: string) {
  const start = texts[name].indexOf(words);
  return { document: idOf(workbench, name), start, end: start + words.length };
}

function alignment(workbench: Workbench, name: Name = 'smeared.txt', words = smeared): OutsideAlignment {
  return { a: place(workbench, 'clean.txt', clean), b: place(workbench, name, words) };
}

function take(workbench: Workbench, ...alignments: readonly OutsideAlignment[]) {
  return valueOf(workbench.importAlignments('align.json', alignments));
}

/** The words of every copy of some words of the clean article, with their status. */
function copies(workbench: Workbench, words = clean): readonly string[] {
  const { document, ...span } = place(workbench, 'clean.txt', words);
  const found = valueOf(workbench.call('copies.find', { document, span }));
  return found.occurrences.slice(1).map(({ status, text }) => `${status}: ${text}`);
}

/** What the margin shows of an article. */
function shared(workbench: Workbench, name: Name): readonly string[] {
  const { shared: stretches } = valueOf(workbench.call('document.read', { document: idOf(workbench, name) }));
  return stretches.flatMap(({ start, end, elsewhere }) =>
    elsewhere.map((other) => {
      const there = workbench.text(other.document).slice(other.start, other.end);
      return `${texts[name].slice(start, end)} = ${there}`;
    }),
  );
}

describe('an alignment from outside', () => {
  test('links two documents between which our own engine sees nothing', () => {
    const workbench = project();
    expect([copies(workbench), shared(workbench, 'clean.txt')]).toEqual([[], []]);
    expect(take(workbench, alignment(workbench))).toEqual({ imported: 1, known: 0 });
    expect(copies(workbench)).toEqual([`edited: ${smeared}`]);
    expect(copies(workbench, 'ships come home before any war')).toEqual(['edited: ships come hame before any vvar']);
    expect(shared(workbench, 'clean.txt')).toEqual([`${clean} = ${smeared}`]);
    expect(shared(workbench, 'smeared.txt')).toEqual([`${smeared} = ${clean}`]);
  });

  test('is tagged across by the usual rules', () => {
    const workbench = project();
    take(workbench, alignment(workbench));
    const { document, ...span } = place(workbench, 'clean.txt', clean);
    const tagged = valueOf(workbench.call('annotation.tag', { document, span, quote: clean, label: 'claim' }));
    expect(tagged.occurrences.map(({ text, counted }) => [text, counted])).toEqual([
      [clean, true],
      [smeared, true],
    ]);
    expect(workbench.rebuild().differed).toEqual([]);
  });

  test('whose words hardly agree is listed, and never tagged', () => {
    const workbench = project();
    take(workbench, alignment(workbench, 'unlike.txt', unlike));
    expect(copies(workbench)).toEqual([]);
    expect(shared(workbench, 'unlike.txt')).toEqual([`${unlike} = ${clean}`]);
  });

  test('is the same whichever side comes first, and is kept once', () => {
    const workbench = project();
    const { a, b } = alignment(workbench);
    expect(take(workbench, { a, b }, { a: b, b: a })).toEqual({ imported: 1, known: 1 });
    expect(take(workbench, { a: b, b: a })).toEqual({ imported: 0, known: 1 });
  });

  test('says nothing new where our own engine has the same stretch', () => {
    const workbench = projectWith([
      articleOf('a.txt', `One. ${clean}. Two.`),
      articleOf('b.txt', `Three. ${clean}. Four.`),
    ]);
    const [one, other] = workbench.documents().map(({ id }) => id);
    const read = () => valueOf(workbench.call('document.read', { document: one ?? '' })).shared;
    const before = read();
    const whole = { start: 3, end: 8 + clean.length };
    take(workbench, { a: { document: one ?? '', ...whole }, b: { document: other ?? '', ...whole } });
    expect([before.length, read()]).toEqual([1, before]);
  });

  test('goes with an undo of its import, and comes back with redo', () => {
    const workbench = projectWith([articleOf('clean.txt', texts['clean.txt'])]);
    valueOf(workbench.importDocuments([articleOf('smeared.txt', texts['smeared.txt'])]));
    take(workbench, alignment(workbench));
    valueOf(workbench.call('history.undo', {}));
    expect(copies(workbench)).toEqual([]);
    valueOf(workbench.call('history.redo', {}));
    expect(copies(workbench)).toEqual([`edited: ${smeared}`]);
    valueOf(workbench.call('history.undo', {}));
    valueOf(workbench.call('history.undo', {}));
    expect([copies(workbench), shared(workbench, 'clean.txt')]).toEqual([[], []]);
    expect(workbench.rebuild().differed).toEqual([]);
  });

  test('drops out where its document leaves, and comes back with it', () => {
    const workbench = project();
    take(workbench, alignment(workbench));
    const document = idOf(workbench, 'smeared.txt');
    const write = (type: 'document-removed' | 'document-restored') => {
      const store = valueOf(openProjectFile(workbench.path, systemIdentity));
      const events = [{ type, payload: { document } }];
      valueOf(store.transact(() => ok({ value: null, writing: { actor: 'Ben', events } })));
      store.close();
    };
    write('document-removed');
    expect([copies(workbench), shared(workbench, 'clean.txt')]).toEqual([[], []]);
    write('document-restored');
    expect([copies(workbench), shared(workbench, 'clean.txt')]).toEqual([
      [`edited: ${smeared}`],
      [`${clean} = ${smeared}`],
    ]);
  });

  test('of a document that is gone is refused, with all that came with it', () => {
    const workbench = project();
    const good = alignment(workbench);
    const gone = { a: good.a, b: { ...good.b, document: 'gone' } };
    const itself = { a: good.a, b: { ...good.a, start: 0 } };
    const beyond = { a: good.a, b: { ...good.b, end: 9999 } };
    expect([gone, itself, beyond].map((wrong) => refusalOf(workbench.importAlignments('x', [good, wrong])))).toEqual([
      'UnknownDocument',
      'AlignedWithItself',
      'SpanOutsideText',
    ]);
    expect(take(workbench, good)).toEqual({ imported: 1, known: 0 });
  });

  test('tells every window which documents share something else now', () => {
    const workbench = project();
    const commits: Commit[] = [];
    workbench.onCommit((commit) => commits.push(commit));
    take(workbench, alignment(workbench));
    const keys = commits.flatMap(({ changes }) => changes).filter(({ entity }) => entity === 'collation');
    expect(keys.map(({ key }) => key).toSorted()).toEqual(
      [idOf(workbench, 'clean.txt'), idOf(workbench, 'smeared.txt')].toSorted(),
    );
  });
});

describe('an import of alignments in several transactions', () => {
  const act = '01900000-0000-7000-8000-000000000001';

  test('is one act, of events of at most 500', () => {
    const workbench = project();
    const { a, b } = alignment(workbench);
    const many = Array.from({ length: 501 }, (_, at) => ({
      a: { ...a, start: at % 30 },
      b: { ...b, start: Math.floor(at / 30) },
    }));
    const [first, ...rest] = many;
    if (first === undefined) throw new Error('none');
    valueOf(workbench.importAlignments('align.json', [first], undefined, act));
    expect(valueOf(workbench.importAlignments('align.json', many, undefined, act))).toEqual({
      imported: 500,
      known: 1,
    });
    valueOf(workbench.importAlignments('align.json', [alignment(workbench)], undefined, act));
    expect(rest).toHaveLength(500);
    const sizes = workbench
      .log()
      .flatMap(({ type, payload }) =>
        type === 'alignments-imported'
          ? [(payload as { readonly alignments: readonly unknown[] }).alignments.length]
          : [],
      );
    expect(sizes).toEqual([1, 500, 1]);
    valueOf(workbench.call('history.undo', {}));
    expect(shared(workbench, 'clean.txt')).toEqual([]);
    expect(refusalOf(workbench.importAlignments('align.json', many, undefined, act))).toBe('ImportUndone');
  });
});

function refusalOf(result: { readonly ok: boolean; readonly error?: { readonly type: string } }): string {
  return result.ok ? 'done' : (result.error?.type ?? '');
}
