/** The wording of occurrences, wherever they stand: from texts at hand, else asked for once. Texts never change. */
import { useEffect, useState } from 'react';
import type { AnnotationRow, OccurrenceRow } from '#shared/contract/rows.ts';
import { wordingOf } from '#shared/domain/occurrence.ts';
import type { Span } from '#shared/text/span.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import type { OpenDocument } from '#renderer/state/mirror.ts';
import type { WindowState } from '#renderer/state/window-state.ts';

interface Stretch {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly ranges?: readonly Span[];
}

/** By `stretchKey`. */
export type Texts = ReadonlyMap<string, string>;

const noTexts: Texts = new Map();

export function stretchKey({ document, start, end, ranges = [{ start, end }] }: Stretch): string {
  return `${document}/${ranges.map((range) => `${range.start}-${range.end}`).join('/')}`;
}

/**
 * The texts of `occurrences` and of the annotation's own span, as far as they have come in.
 * @param occurrences only those on screen: each document not yet read costs a reading
 */
export function usePassageTexts(annotation: AnnotationRow, occurrences: readonly OccurrenceRow[]): Texts {
  const state = useWindowState();
  const documents = useMirror((mirror) => mirror.documents);
  const [asked, setAsked] = useState<Texts>(noTexts);
  const wanted = [annotation, ...occurrences];
  const missing = wanted.filter(
    (stretch) => textAtHand(documents, stretch) === undefined && !asked.has(stretchKey(stretch)),
  );
  const question = missing.map((stretch) => stretchKey(stretch)).join(' ');

  useEffect(() => {
    let current = true;
    if (question === '') return undefined;
    void askTexts(state, annotation, missing, (found) => {
      if (current) setAsked((before) => new Map([...before, ...found]));
    });
    return () => {
      current = false;
    };
    // `question` says all that matters of `missing`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [state, annotation.id, question]);

  return new Map(
    wanted.flatMap((stretch) => {
      const text = textAtHand(documents, stretch) ?? asked.get(stretchKey(stretch));
      return text === undefined ? [] : [[stretchKey(stretch), text] as const];
    }),
  );
}

function textAtHand(documents: ReadonlyMap<string, OpenDocument>, stretch: Stretch): string | undefined {
  const open = documents.get(stretch.document);
  return open === undefined ? undefined : wordingOf(open.text, stretch);
}

/** The copies of the annotation's span come in one answer; what a person attached besides needs its document. */
async function askTexts(
  { call }: WindowState,
  { document, start, end }: AnnotationRow,
  missing: readonly Stretch[],
  give: (found: Texts) => void,
): Promise<void> {
  const copies = await call('copies.find', { document, span: { start, end }, most: 1 });
  const found = new Map(copies.ok ? copies.value.occurrences.map((copy) => [stretchKey(copy), copy.text]) : []);
  give(new Map(missing.flatMap((stretch) => textOf(found, stretch))));
  const rest = missing.filter((stretch) => !found.has(stretchKey(stretch)));
  for (const id of new Set(rest.map((stretch) => stretch.document))) {
    // One after the other: a list of copies is no reason to hold up the tagging.
    // oxlint-disable-next-line no-await-in-loop
    const read = await call('document.read', { document: id });
    const inIt = rest.filter((stretch) => stretch.document === id);
    give(new Map(inIt.map((stretch) => [stretchKey(stretch), read.ok ? wordingOf(read.value.text, stretch) : ''])));
  }
}

function textOf(found: Texts, stretch: Stretch): readonly (readonly [string, string])[] {
  const text = found.get(stretchKey(stretch));
  return text === undefined ? [] : [[stretchKey(stretch), text]];
}
