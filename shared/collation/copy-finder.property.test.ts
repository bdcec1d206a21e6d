import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGraphemeBoundary } from '#shared/text/grapheme.ts';
import { checkSpan, isSameSpan, type Span } from '#shared/text/span.ts';
import { tokenise } from '#shared/text/tokens.ts';
import type { CollationDocument } from './copies.ts';
import { createCopyFinder, type CopyFinder } from './copy-finder.oracle.ts';
import { FILLER_WORDS, HARD_WORDS, setInType } from './noisy-text.oracle.ts';

const choices = fc.array(fc.nat(1000), { minLength: 7, maxLength: 40 });
const fillers = fc.array(fc.constantFrom(...FILLER_WORDS), { maxLength: 30 });
const hardWords = (least: number, most: number): fc.Arbitrary<readonly string[]> =>
  fc
    .array(fc.nat(HARD_WORDS.length - 1), { minLength: least, maxLength: most })
    // Moved on by its place, so that no text is one word said thirty times: that is bounded, not exact.
    .map((picks) => picks.map((pick, index) => HARD_WORDS[(pick + index * 7) % HARD_WORDS.length] ?? ''));

/** A text of few different words, so that runs repeat, overlap and cross. */
const repetitiveText = fc
  .tuple(fc.integer({ min: 3, max: 25 }), fc.array(fc.nat(1000), { minLength: 1, maxLength: 120 }))
  .map(([size, picks]) => picks.map((pick, index) => HARD_WORDS[(pick + index) % size] ?? '').join(' '));

/** Two such texts, the second made of pieces of the first. */
const repetitivePair = fc
  .tuple(
    repetitiveText,
    fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 30 }), fc.nat(24)), { maxLength: 8 }),
  )
  .map(([first, pieces]) => {
    const words = first.split(' ');
    const second = pieces.flatMap(([from, length, between]) => [
      ...words.slice(from % words.length, (from % words.length) + length),
      HARD_WORDS[between] ?? '',
    ]);
    return [first, second.join(' ')] as const;
  });

/** Some documents that copy stretches of one another, with edits. */
const family = fc
  .record({
    base: hardWords(30, 60),
    members: fc.array(
      fc.record({
        before: fillers,
        after: fillers,
        from: fc.nat(25),
        edits: fc.array(fc.nat(60), { maxLength: 4 }),
        choices,
      }),
      { minLength: 2, maxLength: 5 },
    ),
  })
  .map(({ base, members }): readonly CollationDocument[] =>
    members.map((member, index) => {
      const copied = base.slice(member.from).map((word, at) => (member.edits.includes(at) ? `edit${at}` : word));
      const words = [...member.before, ...copied, ...member.after];
      return { id: `document ${index}`, text: setInType(words, member.choices).text };
    }),
  );

function finderOf(documents: readonly CollationDocument[]): CopyFinder {
  const finder = createCopyFinder();
  for (const document of documents) finder.add(document);
  return finder;
}

/** Everything a finder has to say of its documents. */
function everything(finder: CopyFinder, documents: readonly CollationDocument[]): unknown {
  return documents.map(({ id, text }) => sampleSpans(text).map((span) => finder.copiesOf(id, span)));
}

/** Some spans of a text that begin and end with a word. */
function sampleSpans(text: string): readonly Span[] {
  const { starts, ends, count } = tokenise(text);
  return [1, 4, 9, 17].flatMap((length) =>
    [0, 0.3, 0.7]
      .map((share) => Math.floor(share * count))
      .filter((from) => from + length <= count)
      .map((from) => ({
        start: starts[from] ?? 0,
        end: ends[from + length - 1] ?? 0,
      })),
  );
}

describe('what a copy finder promises of any documents', () => {
  it('tagging a span of a copied block finds every copy of it, exact to the character', () => {
    const example = fc.record({
      block: hardWords(12, 40),
      hosts: fc.array(fc.record({ before: fillers, after: fillers, choices }), { minLength: 2, maxLength: 5 }),
      from: fc.nat(1000),
      length: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(example, ({ block, hosts, from, length }) => {
        const texts = hosts.map(({ before, after, choices: picks }) => {
          const set = setInType([...before, ...block, ...after], picks);
          return { ...set, first: before.length };
        });
        const finder = finderOf(texts.map(({ text }, index) => ({ id: `host ${index}`, text })));
        const first = from % block.length;
        const last = Math.min(block.length - 1, first + length - 1);
        const places = texts.map(({ words, first: offset }, index) => ({
          document: `host ${index}`,
          start: words[offset + first]?.start ?? 0,
          end: words[offset + last]?.end ?? 0,
        }));
        const own = places[0] ?? { document: '', start: 0, end: 0 };
        const { occurrences } = finder.copiesOf(own.document, own);
        for (const place of places) {
          const found = occurrences.find((spot) => spot.document === place.document && isSameSpan(spot, place));
          expect(found).toMatchObject({ ...place, status: 'exact', coverage: 1 });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('every place of the span’s words is an occurrence or is listed, from one word on', () => {
    fc.assert(
      fc.property(repetitivePair, fc.nat(1000), fc.integer({ min: 1, max: 12 }), ([a, b], pick, length) => {
        const finder = finderOf([
          { id: 'a', text: a },
          { id: 'b', text: b },
        ]);
        const own = tokenise(a);
        const from = pick % own.count;
        const to = Math.min(own.count, from + length);
        const span = { start: own.starts[from] ?? 0, end: own.ends[to - 1] ?? 0 };
        const { occurrences, elsewhere } = finder.copiesOf('a', span);
        const found = [...occurrences, ...elsewhere];
        const sought = own.words.slice(from, to).join(' ');
        const there = tokenise(b);
        for (let at = 0; at + to - from <= there.count; at += 1) {
          if (there.words.slice(at, at + to - from).join(' ') !== sought) continue;
          // Places that overlap one another cannot all be marked: one that is marked meets each.
          const start = there.starts[at] ?? 0;
          const end = there.ends[at + to - from - 1] ?? 0;
          expect(found.some((spot) => spot.document === 'b' && spot.start < end && start < spot.end)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the order of adding changes nothing', () => {
    fc.assert(
      fc.property(family, fc.infiniteStream(fc.nat(1000)), (documents, random) => {
        const shuffled = documents
          .map((document) => ({ document, rank: random.next().value ?? 0 }))
          .toSorted((one, other) => one.rank - other.rank)
          .map(({ document }) => document);
        expect(everything(finderOf(shuffled), documents)).toEqual(everything(finderOf(documents), documents));
      }),
      { numRuns: 60 },
    );
  });

  it('adding a document and removing it again changes nothing', () => {
    fc.assert(
      fc.property(family, family, (documents, [guest]) => {
        const finder = finderOf(documents);
        const before = everything(finder, documents);
        finder.add({ id: 'a guest', text: guest?.text ?? '' });
        everything(finder, documents);
        finder.remove('a guest');
        expect(everything(finder, documents)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('no offset it gives falls inside a character, nor inside a word that the span does not cut', () => {
    fc.assert(
      fc.property(family, (documents) => {
        const finder = finderOf(documents);
        const places = documents.flatMap(({ id, text }) =>
          sampleSpans(text).flatMap((span) => {
            // From one unit further out, so that edge punctuation is part of what is projected.
            const wide = { start: Math.max(0, span.start - 2), end: Math.min(text.length, span.end + 2) };
            const cutsNone = checkSpan(text, wide).ok && !cutsWord(text, wide.start) && !cutsWord(text, wide.end);
            const { occurrences, elsewhere } = finder.copiesOf(id, cutsNone ? wide : span);
            return [...occurrences.slice(1), ...elsewhere];
          }),
        );
        for (const { document, start, end } of places) {
          const text = documents.find(({ id }) => id === document)?.text ?? '';
          expect(checkSpan(text, { start, end }).ok).toBe(true);
          for (const offset of [start, end]) {
            expect(isGraphemeBoundary(text, offset)).toBe(true);
            expect(cutsWord(text, offset)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function cutsWord(text: string, offset: number): boolean {
  const { starts, ends, count } = tokenise(text);
  return Array.from({ length: count }, (_, at) => at).some(
    (at) => (starts[at] ?? 0) < offset && offset < (ends[at] ?? 0),
  );
}
