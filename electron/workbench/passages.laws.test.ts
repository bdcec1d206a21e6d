/** What the project lists of shared wording, for texts that copy one another in every way. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFurnitureLine } from '#shared/collation/fixed-lines.ts';
import { naiveRuns } from '#shared/collation/naive-runs.oracle.ts';
import type { Span } from '#shared/text/span.ts';
import { tokenise } from '#shared/text/tokens.ts';
import { openProject } from './open.ts';
import { articlesOf, copiesOf, sampleSpans } from './testing/copies.ts';
import { projectWith, temporaryFolder, valueOf } from './testing/five-articles.ts';
import { relatedTexts } from './testing/related-texts.ts';
import type { ListedPassage, Workbench } from './workbench.ts';

/** `LAW_RUNS=2000` for whoever has changed copy finding. */
const numRuns = Number(process.env['LAW_RUNS'] ?? 25);

/** A run of words that two documents share. */
interface SharedRun {
  readonly document: string;
  readonly a: Span;
  readonly other: string;
  readonly b: Span;
}

/** Every run of eight words or more that two documents of the project share, cut where page furniture stands. */
function* sharedRuns(workbench: Workbench): Generator<SharedRun> {
  const texts = workbench.documents().map(({ id }) => ({ id, text: withoutFurniture(workbench.text(id)) }));
  for (const [at, { id: document, text }] of texts.entries()) {
    for (const { id: other, text: otherText } of texts.slice(at + 1)) {
      for (const { a, b } of naiveRuns(text, otherText, 8)) yield { document, a, other, b };
    }
  }
}

/** With a word of its own for each word of page furniture, as long as that one, so that offsets stay. */
let furnitureLines = 0;
function withoutFurniture(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (!isFurnitureLine(line)) return line;
      furnitureLines += 1;
      return `ƒ${furnitureLines}`.padEnd(line.length, 'ƒ').slice(0, line.length);
    })
    .join('\n');
}

/**
 * Whether a passage has eight words of the run in both documents: where a run crosses others its ends may lie in
 * another one, and the tag finds it whole.
 */
function isListed(workbench: Workbench, passages: readonly ListedPassage[], run: SharedRun): boolean {
  const [text, otherText] = [workbench.text(run.document), workbench.text(run.other)];
  return passages.some(({ occurrences }) =>
    occurrences
      .filter(({ document }) => document === run.document)
      .some((place) =>
        occurrences
          .filter(({ document }) => document === run.other)
          .some((other) => {
            const inA = wordsWithin(text, run.a, place);
            const inB = wordsWithin(otherText, run.b, other);
            return Math.min(inA.to, inB.to) - Math.max(inA.from, inB.from) >= 8;
          }),
      ),
  );
}

/** Which of a run's words lie in a place. */
function wordsWithin(text: string, run: Span, place: Span): { readonly from: number; readonly to: number } {
  const { starts, ends } = tokenise(text.slice(run.start, run.end));
  const inside = [...starts.keys()].filter(
    (at) => run.start + (starts[at] ?? 0) >= place.start && run.start + (ends[at] ?? 0) <= place.end,
  );
  return inside.length === 0 ? { from: 0, to: 0 } : { from: inside[0] ?? 0, to: (inside.at(-1) ?? 0) + 1 };
}

function isTagged(workbench: Workbench, { document, a, other, b }: SharedRun): boolean {
  const { occurrences, elsewhere } = valueOf(workbench.call('copies.find', { document, span: a }));
  return [...occurrences, ...elsewhere].some(
    (place) => place.document === other && place.start < b.end && b.start < place.end,
  );
}

/** Everything that is told of passages, groups and copies, by the names of the documents. */
function told(workbench: Workbench) {
  const documents = workbench.documents();
  return {
    passages: [...workbench.passages(1)],
    groups: workbench.groups(),
    shared: documents.map(({ id }) => valueOf(workbench.call('document.read', { document: id })).shared),
    copies: documents.map(({ id }) =>
      sampleSpans(workbench.text(id), [5]).map((span) => copiesOf(workbench, id, span)),
    ),
    overview: workbench.overview(),
  };
}

/** What does not hang on the order in which documents came and went. */
function withoutPassages(workbench: Workbench): unknown {
  const { groups, copies } = told(workbench);
  const rows = valueOf(workbench.call('project.read', {})).changes;
  return { groups, copies, documents: rows.filter(({ entity }) => entity === 'document' || entity === 'collation') };
}

function expectAllListed(workbench: Workbench): void {
  const passages = [...workbench.passages(1)];
  for (const run of sharedRuns(workbench)) {
    expect({ ...run, isListed: isListed(workbench, passages, run) }).toEqual({ ...run, isListed: true });
  }
}

describe('what two documents share', () => {
  test('is a group and a passage of hundreds of copies again when these were taken back and brought in anew', () => {
    const story = Array.from({ length: 60 }, (_, at) => `story${at}`).join(' ');
    const copies = Array.from({ length: 150 }, (_, at) => `Lead${at}. ${story} End${at}.`);
    const workbench = projectWith([]);
    valueOf(workbench.importDocuments(articlesOf(copies)));
    const before = workbench.overview();
    for (const method of ['history.undo', 'history.redo'] as const) {
      valueOf(workbench.call(method, {}));
      while (!workbench.settle(256));
    }
    expect([before, workbench.overview()]).toEqual([
      { documents: 150, groups: 1, sharedPassages: 1 },
      { documents: 150, groups: 1, sharedPassages: 1 },
    ]);
    workbench.close();
  });

  test('eight words in a row or more is a passage of both, and tagging it marks both', () => {
    fc.assert(
      fc.property(relatedTexts(5), (texts) => {
        const workbench = projectWith(articlesOf(texts));
        expectAllListed(workbench);
        for (const run of sharedRuns(workbench)) {
          expect({ ...run, isTagged: isTagged(workbench, run) }).toEqual({ ...run, isTagged: true });
        }
        workbench.close();
      }),
      { numRuns },
    );
  });

  test('is a passage of both also where others hold all of it, and a passage of these reaches a word further', () => {
    const opening = 'One grey morning in March the old ferry left its berth without a single passenger aboard and';
    const row = 'nobody in the harbour office could say why';
    const texts = [
      `${opening} ${row} it sailed again.`,
      `${opening} ${row} it had to.`,
      `They said that ${row} it sailed.`,
      `${opening} ${row} or when.`,
    ];
    const workbench = projectWith(articlesOf(texts));
    expectAllListed(workbench);
    workbench.close();
  });

  test('is the same when the project was closed and opened again', () => {
    fc.assert(
      fc.property(relatedTexts(5), (texts) => {
        const path = join(temporaryFolder(), 'p.variorum');
        const first = projectWith(articlesOf(texts), path);
        const before = told(first);
        first.close();
        const again = valueOf(openProject(path));
        expect(told(again)).toEqual(before);
        again.close();
      }),
      { numRuns },
    );
  });

  test('is what it was when an import was undone; passages may be cut otherwise, and none is lost', () => {
    fc.assert(
      fc.property(relatedTexts(4), relatedTexts(3), (texts, guests) => {
        const workbench = projectWith(articlesOf(texts));
        const before = withoutPassages(workbench);
        valueOf(workbench.importDocuments(articlesOf([...guests, ...texts], 'guest ')));
        valueOf(workbench.call('history.undo', {}));
        expect(withoutPassages(workbench)).toEqual(before);
        expectAllListed(workbench);
        const there = new Set(workbench.documents().map(({ id }) => id));
        const listed = [...workbench.passages(1)].flatMap(({ occurrences }) => occurrences);
        expect(listed.filter(({ document }) => !there.has(document))).toEqual([]);
        workbench.close();
      }),
      { numRuns },
    );
  });
});
