/** What an analyst does with the five articles, without a window. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Tagged } from '#shared/contract/methods.ts';
import { openProject } from './open.ts';
import { articleOf, fiveArticles, projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';
import type { Workbench } from './workbench.ts';

const idOf = (workbench: Workbench, name: string): string => valueOf(workbench.resolveDocument(name)).id;

function tag(workbench: Workbench, name: string, start: number, end: number, label = 'claim', as?: string): Tagged {
  const document = idOf(workbench, name);
  const quote = workbench.text(document).slice(start, end);
  return valueOf(workbench.call('annotation.tag', { document, span: { start, end }, quote, label }, as));
}

/** `002 [459,487) exact` for every place. */
function places(
  workbench: Workbench,
  list: readonly { document: string; start: number; end: number; status?: string; reason?: string }[],
): readonly string[] {
  const names = new Map(workbench.documents().map(({ id, name }) => [id, name.slice(0, 3)]));
  return list.map(({ document, start, end, status, reason }) =>
    `${names.get(document)} [${start},${end}) ${status ?? reason ?? ''}`.trim(),
  );
}

/** `claim 1·3` for every label with a count, `+n` for those that wait. */
function counts(workbench: Workbench, name?: string): readonly string[] {
  const { labels, documents } = workbench.counts();
  const lines =
    name === undefined ? labels : documents.find(({ document }) => document === idOf(workbench, name))?.labels;
  return (lines ?? [])
    .filter(({ passages, occurrences, pending }) => passages + occurrences + pending > 0)
    .map(
      ({ label, passages, occurrences, pending }) =>
        `${label} ${passages}·${occurrences}${pending > 0 ? ` +${pending}` : ''}`,
    );
}

const refusalOf = (result: { ok: true } | { ok: false; error: { type: string; message: string } }): string =>
  result.ok ? 'accepted' : `${result.error.type}: ${result.error.message}`;

describe('tagging', () => {
  test('a passage tags every copy of it, and lists the same wording elsewhere without tagging it', () => {
    const workbench = projectWith(fiveArticles);
    const { occurrences, elsewhere } = tag(workbench, '002', 459, 487);
    expect(places(workbench, occurrences)).toEqual([
      '002 [459,487) exact',
      '000 [557,585) exact',
      '001 [387,415) exact',
    ]);
    expect(
      places(workbench, elsewhere)
        .map((place) => place.slice(0, 13))
        .toSorted(),
    ).toEqual(['000 [492,520)', '001 [342,370)', '002 [414,442)']);
    expect(counts(workbench)).toEqual(['claim 1·3']);
    expect(['000', '001', '002', '003'].map((name) => counts(workbench, name))).toEqual([
      ['claim 1·1'],
      ['claim 1·1'],
      ['claim 1·1'],
      [],
    ]);
  });

  test('a quote reaches its edited copies, exact to the character', () => {
    const workbench = projectWith(fiveArticles);
    const { occurrences } = tag(workbench, '000', 632, 737);
    expect(places(workbench, occurrences)).toEqual([
      '000 [632,737) exact',
      '001 [451,553) edited',
      '002 [522,624) edited',
    ]);
  });

  test('what only one article has stays there', () => {
    const workbench = projectWith(fiveArticles);
    const { occurrences, elsewhere } = tag(workbench, '002', 2083, 2408, 'editorial-insertion');
    expect(places(workbench, [...occurrences, ...elsewhere])).toEqual(['002 [2083,2408) exact']);
  });

  test('a copy of a passage that bears the label joins the annotation, whichever copy and however much punctuation', () => {
    const workbench = projectWith(fiveArticles);
    const first = tag(workbench, '000', 632, 737);
    const fromCopy = tag(workbench, '001', 451, 553);
    const withoutQuotes = tag(workbench, '002', 523, 622);
    expect(
      [fromCopy, withoutQuotes].map(({ annotation, joined }) => joined && annotation === first.annotation),
    ).toEqual([true, true]);
    expect(counts(workbench)).toEqual(['claim 1·3']);
  });

  test('another label, or another annotator, is another annotation of the same passage, and no place counts twice', () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '000', 632, 737, 'claim');
    tag(workbench, '001', 451, 553, 'rebuttal');
    tag(workbench, '002', 522, 624, 'claim', 'Ben');
    const annotations = workbench.annotations();
    expect(annotations.map(({ label, annotator }) => `${label} by ${annotator}`)).toEqual([
      'claim by Ann',
      'rebuttal by Ann',
      'claim by Ben',
    ]);
    expect(new Set(annotations.map(({ passage }) => passage)).size).toBe(1);
    expect(counts(workbench)).toEqual(['claim 1·3', 'rebuttal 1·3']);
  });

  test('spans that differ by a word are two annotations', () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '002', 459, 487);
    const longer = tag(workbench, '002', 459, 492);
    expect([longer.joined, counts(workbench)]).toEqual([false, ['claim 2·6']]);
  });

  test('two annotators who tagged the same words, one with the quotation marks and one without, tagged one passage', () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '001', 16, 32, 'claim', 'Ann');
    tag(workbench, '001', 17, 31, 'claim', 'Bob');
    expect(counts(workbench)).toEqual(['claim 1·3']);
  });

  test('joining from a copy that was detached makes that copy count again', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation } = tag(workbench, '002', 459, 487);
    valueOf(workbench.call('occurrence.detach', { annotation, document: idOf(workbench, '001'), start: 387 }));
    expect(counts(workbench)).toEqual(['claim 1·2']);
    expect([tag(workbench, '001', 387, 415).joined, counts(workbench)]).toEqual([true, ['claim 1·3']]);
  });

  test('a place that one annotator counts does not wait for a look because another has not looked yet', () => {
    const workbench = projectWith([
      articleOf(
        'a.txt',
        'Yesterday the old harbour office said that 30 ships had left the port before the storm came in.',
      ),
      articleOf(
        'b.txt',
        'Yesterday the old harbour office said that 40 ships had left the port before the storm came in.',
      ),
    ]);
    const ann = tag(workbench, 'a.txt', 0, 95, 'claim', 'Ann');
    tag(workbench, 'a.txt', 0, 95, 'claim', 'Ben');
    expect(counts(workbench)).toEqual(['claim 1·1 +1']);
    const start = ann.occurrences[1]?.start;
    valueOf(
      workbench.call('occurrence.attach', { annotation: ann.annotation, document: idOf(workbench, 'b.txt'), start }),
    );
    expect(counts(workbench)).toEqual(['claim 1·2']);
  });

  test('a span that cuts a word cuts its copies alike', () => {
    const workbench = projectWith(fiveArticles);
    const { occurrences } = tag(workbench, '001', 19, 23);
    expect(occurrences.map(({ text }) => text)).toEqual(occurrences.map(() => 'rtua'));
  });

  test('a copy with a number changed waits for a look and counts once it is attached', () => {
    const workbench = projectWith([
      articleOf(
        'a.txt',
        'Yesterday the old harbour office said that 30 ships had left the port before the storm came in.',
      ),
      articleOf(
        'b.txt',
        'Yesterday the old harbour office said that 40 ships had left the port before the storm came in.',
      ),
    ]);
    const { annotation, occurrences } = tag(workbench, 'a.txt', 0, 95);
    expect(places(workbench, occurrences).map((place) => place.split(' ').at(-1))).toEqual(['exact', 'differs']);
    expect(counts(workbench)).toEqual(['claim 1·1 +1']);
    const document = idOf(workbench, 'b.txt');
    const start = occurrences[1]?.start;
    valueOf(workbench.call('occurrence.attach', { annotation, document, start }));
    expect(counts(workbench)).toEqual(['claim 1·2']);
  });

  test('a document that comes in later is tagged by the annotations that reach into it, in one act with the import', () => {
    const [first, second, third, ...rest] = fiveArticles;
    if (first === undefined || second === undefined || third === undefined) throw new Error('five articles');
    const workbench = projectWith([second, ...rest]);
    tag(workbench, '001', 387, 415);
    expect(counts(workbench)).toEqual(['claim 1·1']);
    valueOf(workbench.importDocuments([first, third]));
    expect(counts(workbench)).toEqual(['claim 1·3']);
    valueOf(workbench.call('history.undo', {}));
    expect([counts(workbench), workbench.documents().length]).toEqual([['claim 1·1'], 3]);
    valueOf(workbench.call('history.redo', {}));
    expect(counts(workbench)).toEqual(['claim 1·3']);
  });
});

describe('one occurrence', () => {
  test('can be detached and attached again; the others stay', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation } = tag(workbench, '002', 459, 487);
    const at = { annotation, document: idOf(workbench, '001'), start: 387 };
    valueOf(workbench.call('occurrence.detach', { ...at, reason: 'another speaker' }));
    expect(counts(workbench)).toEqual(['claim 1·2']);
    expect(refusalOf(workbench.call('occurrence.detach', at))).toMatch(
      /^AlreadyDetached: The occurrence at 387 in “001/u,
    );
    valueOf(workbench.call('occurrence.attach', at));
    expect(counts(workbench)).toEqual(['claim 1·3']);
    expect(refusalOf(workbench.call('occurrence.attach', at))).toMatch(/^AlreadyAttached/u);
  });

  test('that was only listed elsewhere can be taken in, and undo lists it again', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation } = tag(workbench, '002', 459, 487);
    valueOf(workbench.call('occurrence.attach', { annotation, document: idOf(workbench, '002'), start: 414 }));
    expect([counts(workbench), counts(workbench, '002')]).toEqual([['claim 1·4'], ['claim 1·2']]);
    expect(valueOf(workbench.call('annotation.elsewhere', { annotation })).length).toBe(2);
    valueOf(workbench.call('history.undo', {}));
    expect(valueOf(workbench.call('annotation.elsewhere', { annotation })).length).toBe(3);
  });
});

describe('an occurrence taken in from elsewhere', () => {
  test('that is only part of the wording says so', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation, elsewhere } = tag(workbench, '001', 0, 2015);
    const part = elsewhere.find(({ reason }) => reason === 'small part');
    valueOf(workbench.call('occurrence.attach', { annotation, document: part?.document, start: part?.start }));
    const taken = workbench.annotations()[0]?.occurrences.find(({ start }) => start === part?.start);
    expect([taken?.status, taken?.counted, (taken?.coverage ?? 1) < 0.3]).toEqual(['partial', true, true]);
  });

  test('is refused where another annotation of hers with that label stands already', () => {
    const workbench = projectWith(fiveArticles);
    const { annotation } = tag(workbench, '002', 459, 487);
    tag(workbench, '000', 492, 520);
    const attached = workbench.call('occurrence.attach', { annotation, document: idOf(workbench, '001'), start: 342 });
    expect(refusalOf(attached)).toBe(
      'TaggedAlready: The words at 342 in “001_4edc83eb83c6ee5b.txt” bear that label already, in another annotation. Delete or detach that one first.',
    );
  });
});

describe('undo', () => {
  test('takes an act back in one step however many copies it touched, and says where it was', () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '002', 459, 487);
    const { place, type } = valueOf(workbench.call('history.undo', {}));
    expect([type, places(workbench, place === null ? [] : [place])]).toEqual(['annotation-tagged', ['002 [459,487)']]);
    expect(counts(workbench)).toEqual([]);
  });

  test('of an import has no place to show: what was brought in is gone', () => {
    const [first, second, ...rest] = fiveArticles;
    if (first === undefined || second === undefined) throw new Error('five articles');
    const workbench = projectWith([first, ...rest]);
    tag(workbench, '000', 632, 737);
    valueOf(workbench.importDocuments([second]));
    expect(valueOf(workbench.call('history.undo', {})).place).toBeNull();
  });

  test('does not go behind the beginning of a project that came filled', () => {
    const workbench = projectWith(fiveArticles);
    workbench.found();
    expect(refusalOf(workbench.call('history.undo', {}))).toMatch(/^NothingToUndo/u);
    tag(workbench, '002', 459, 487);
    expect(workbench.call('history.undo', {}).ok).toBe(true);
    expect(workbench.documents().length).toBe(5);
    expect(workbench.rebuild().differed).toEqual([]);
  });

  test('at the beginning says that there is nothing to undo', () => {
    const workbench = projectWith([]);
    expect(refusalOf(workbench.call('history.undo', {}))).toBe('NothingToUndo: There is nothing to undo.');
    expect(refusalOf(workbench.call('history.redo', {}))).toBe('NothingToRedo: There is nothing to redo.');
  });
});

describe('refusals name the thing and change nothing', () => {
  const cases: readonly (readonly [string, object, RegExp])[] = [
    [
      'outside the text',
      { span: { start: 0, end: 99_999 }, quote: 'x' },
      /^SpanOutsideText: The span \[0, 99999\) lies outside the text, which has 2008/u,
    ],
    ['reversed', { span: { start: 20, end: 10 }, quote: 'x' }, /^SpanReversed: The span \[20, 10\)/u],
    ['empty', { span: { start: 20, end: 20 }, quote: 'x' }, /^SpanEmpty: The span \[20, 20\)/u],
    [
      'another quote',
      { span: { start: 0, end: 7 }, quote: 'Abandon' },
      /^QuoteMismatch: The text of “000_1f2ab917020fb0bb.txt” there is “Support”, not “Abandon”/u,
    ],
    ['no word', { span: { start: 25, end: 27 }, quote: '\n\n' }, /^BlankSpan: The span in “000/u],
    [
      'an unknown label',
      { span: { start: 0, end: 7 }, quote: 'Support', label: 'hearsay' },
      /^UnknownLabel: No label is called “hearsay”\. The codebook has claim, rebuttal, editorial-insertion\.$/u,
    ],
    [
      'an unknown document',
      { document: 'nowhere', span: { start: 0, end: 7 }, quote: 'Support' },
      /^UnknownDocument: No document is called “nowhere”/u,
    ],
    [
      'a note with half a character',
      { span: { start: 0, end: 7 }, quote: 'Support', note: '\ud83d' },
      /^BadText: The note holds a broken character/u,
    ],
    ['input out of shape', { span: { start: -1, end: 7 }, quote: 'Support' }, /^BadInput: annotation\.tag/u],
  ];
  test.each(cases)('a span that is %s', (_, input, expected) => {
    const workbench = projectWith(fiveArticles);
    const before = workbench.log().length;
    const document = idOf(workbench, '000');
    expect(refusalOf(workbench.call('annotation.tag', { document, label: 'claim', ...input }))).toMatch(expected);
    expect(workbench.log().length).toBe(before);
  });

  test('an offset inside a surrogate pair', () => {
    const workbench = projectWith([articleOf('emoji.txt', 'A 😀 is here to stay.')]);
    const document = idOf(workbench, 'emoji');
    const input = { document, label: 'claim', span: { start: 3, end: 7 }, quote: '\ude00 is' };
    expect(refusalOf(workbench.call('annotation.tag', input))).toBe(
      'SpanSplitsCharacter: Offset 3 lies inside one character (a surrogate pair). Move it by one.',
    );
  });

  test('the same article twice is there already; the same text under another name is a copy', () => {
    const workbench = projectWith(fiveArticles);
    const [first] = fiveArticles;
    if (first === undefined) throw new Error('five articles');
    const [again] = valueOf(workbench.importDocuments([first]));
    const [twin] = valueOf(workbench.importDocuments([{ ...first, name: 'twin.txt' }]));
    expect([again?.status, again?.reason, twin?.status, twin?.reason]).toEqual([
      'already there',
      '“000_1f2ab917020fb0bb.txt” is in the project already, with the same text.',
      'added',
      'Its text is the same as that of “000_1f2ab917020fb0bb.txt”.',
    ]);
  });

  test('another text under a taken name gets a name of its own', () => {
    const workbench = projectWith([
      articleOf('a.txt', 'One text of some words.'),
      articleOf('a.txt', 'Another text of some words.'),
    ]);
    expect(workbench.documents().map(({ name }) => name)).toEqual(['a (2).txt', 'a.txt']);
    expect(refusalOf(workbench.resolveDocument('a') as never)).toMatch(/^AmbiguousDocument/u);
  });
});

describe('two workbenches on one file', () => {
  test('see each other’s acts, and neither loses any', () => {
    const path = join(temporaryFolder(), 'p.variorum');
    const window = projectWith(fiveArticles, path);
    const commandLine = valueOf(openProject(path));
    const told: number[] = [];
    window.onCommit(({ changes }) => told.push(changes.length));
    tag(commandLine, '002', 459, 487);
    window.catchUp();
    expect([told.length, counts(window)]).toEqual([1, ['claim 1·3']]);
    tag(window, '000', 632, 737, 'rebuttal');
    tag(commandLine, '002', 2083, 2408, 'editorial-insertion');
    window.catchUp();
    expect(counts(window)).toEqual(['claim 1·3', 'rebuttal 1·3', 'editorial-insertion 1·1']);
    expect(counts(commandLine)).toEqual(counts(window));
    expect(window.rebuild().differed).toEqual([]);
  });

  test('a document that one brings in is known to the other when it tags', () => {
    const path = join(temporaryFolder(), 'p.variorum');
    const window = projectWith(fiveArticles.slice(1), path);
    const commandLine = valueOf(openProject(path));
    valueOf(commandLine.importDocuments(fiveArticles.slice(0, 1)));
    expect(places(window, tag(window, '002', 459, 487).occurrences)).toContain('000 [557,585) exact');
  });
});

describe('a project that was damaged behind our back', () => {
  const damage = (sql: string): string => {
    const path = join(temporaryFolder(), 'p.variorum');
    projectWith(fiveArticles, path).close();
    const db = new Database(path);
    db.exec(sql);
    db.close();
    return path;
  };

  test('is not believed: an altered text is named when it is read', () => {
    const workbench = valueOf(openProject(damage(`UPDATE text SET text = text || ' and more'`)));
    const [document] = workbench.documents();
    expect(refusalOf(workbench.call('document.read', { document: document?.id ?? '' }))).toMatch(
      /^ProjectDamaged: “p\.variorum” is damaged: the text [0-9a-f]{12}… is not the one that was imported/u,
    );
  });

  test('is not believed: an altered event is named when the tables are made anew', () => {
    const path = damage(`UPDATE event SET payload = replace(payload, '001_', '999_'); DROP TABLE "count"`);
    expect(refusalOf(openProject(path))).toMatch(/^ProjectDamaged: “p\.variorum” is damaged \(event .* was altered\)/u);
  });

  test('heals where only read tables were lost', () => {
    const workbench = valueOf(openProject(damage(`DROP TABLE "count"; DELETE FROM document`)));
    expect(workbench.documents().length).toBe(5);
  });
});

test('a commit is not reported as failed because the file is busy when the project is closed', () => {
  const path = join(temporaryFolder(), 'p.variorum');
  const workbench = projectWith(fiveArticles, path);
  tag(workbench, '002', 459, 487);
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  expect(() => workbench.close()).not.toThrow();
  other.exec('ROLLBACK');
  other.close();
});

describe('a copy of the project', () => {
  test('saved while the project is in use is whole, one file, and opens', async () => {
    const workbench = projectWith(fiveArticles);
    tag(workbench, '002', 459, 487);
    const target = join(temporaryFolder(), 'copy.variorum');
    expect(await workbench.saveCopy(target)).toEqual({ ok: true, value: null });
    const copy = valueOf(openProject(target));
    expect(counts(copy)).toEqual(['claim 1·3']);
    expect(refusalOf(await workbench.saveCopy(workbench.path))).toMatch(/^CopyOntoItself/u);
  });

  test('writes under a name of its own, so that no two events claim the same predecessor', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'p.variorum');
    projectWith(fiveArticles, path).close();
    copyFileSync(path, join(folder, 'q.variorum'));
    const [original, copy] = [path, join(folder, 'q.variorum')].map((file) => valueOf(openProject(file)));
    if (original === undefined || copy === undefined) throw new Error('two projects');
    tag(original, '002', 459, 487);
    tag(copy, '002', 459, 487);
    const writers = [original, copy].map((one) => one.log().at(-1)?.writer);
    expect(new Set(writers).size).toBe(2);
    expect([original, copy].map((one) => one.annotations()[0]?.annotator)).toEqual(['Ann', 'Ann']);
  });
});

test('every event carries the hash of its writer’s event before it', () => {
  const workbench = projectWith(fiveArticles);
  tag(workbench, '002', 459, 487);
  const events = workbench.log();
  expect(events.map(({ previous }) => previous)).toEqual(['', ...events.slice(0, -1).map(({ hash }) => hash)]);
});

test('texts are kept to the byte', () => {
  const workbench = projectWith(fiveArticles);
  const kept = workbench.documents().map(({ id }) => workbench.text(id));
  const seeds = fiveArticles.map(({ name }) => readFileSync(new URL(`../../seeds/${name}`, import.meta.url), 'utf8'));
  expect(kept).toEqual(seeds);
});
