/**
 * What differs between the documents of a group, as parallel segmentation has it (TEI P5, 13.2.3): the text of the first,
 * cut where another one has something else, and there the readings of all. Words are what stands between spaces; where
 * only spaces differ, nothing does.
 */
import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import { differences, type Difference } from './word-alignment.ts';

export interface Witness extends Pick<AnnotatedDocument, 'id' | 'name' | 'title'> {}

/** Either what all have, or the readings: `text` of witnesses by number, from 0, in the order of the first that has it. */
export type Segment =
  | { readonly type: 'common'; readonly text: string }
  | {
      readonly type: 'variant';
      readonly readings: readonly { readonly text: string; readonly witnesses: readonly number[] }[];
    };

export interface Apparatus {
  readonly add: (document: AnnotatedDocument) => void;
  readonly witnesses: () => readonly Witness[];
  readonly segments: () => readonly Segment[];
}

interface Other {
  readonly wording: Wording;
  readonly differences: readonly Difference[];
}

interface Wording {
  readonly text: string;
  readonly words: readonly string[];
  /** Where each word begins, and at the end the length of the text. */
  readonly starts: readonly number[];
}

export function createApparatus(): Apparatus {
  const witnesses: Witness[] = [];
  const others: Other[] = [];
  let base: Wording = wordingOf('');
  return {
    add: ({ id, name, title, text }) => {
      witnesses.push({ id, name, title });
      const wording = wordingOf(text);
      if (witnesses.length === 1) base = wording;
      else others.push({ wording, differences: differences(base.words, wording.words) });
    },
    witnesses: () => witnesses,
    segments: () => segmentsOf(base, others),
  };
}

/** What stands before the first word belongs to it. */
function wordingOf(text: string): Wording {
  const found = [...text.matchAll(/\S+/gu)];
  const starts = found.map(({ index }, at) => (at === 0 ? 0 : index));
  return { text, words: found.map(([word]) => word), starts: [...starts, text.length] };
}

function segmentsOf(base: Wording, others: readonly Other[]): readonly Segment[] {
  const segments: Segment[] = [];
  const pieceOf = ({ text, starts }: Wording, from: number, to: number): string =>
    text.slice(starts[from] ?? text.length, starts[to] ?? text.length);
  const cursors = others.map(() => ({ next: 0, shift: 0 }));
  let at = 0;
  for (const { from, to } of united(others)) {
    if (from > at) segments.push({ type: 'common', text: pieceOf(base, at, from) });
    const readings = new Map<string, { readonly text: string; readonly witnesses: number[] }>();
    const read = (text: string, witness: number): void => {
      // Readings of the same words are one, whatever stands between these.
      const key = text.trim().replaceAll(/\s+/gu, ' ');
      const known = readings.get(key) ?? { text, witnesses: [] };
      known.witnesses.push(witness);
      readings.set(key, known);
    };
    read(pieceOf(base, from, to), 0);
    for (const [index, other] of others.entries()) {
      const cursor = cursors[index] ?? { next: 0, shift: 0 };
      const otherFrom = from + cursor.shift;
      for (; (other.differences[cursor.next]?.from ?? Infinity) <= to; cursor.next += 1)
        cursor.shift = (other.differences[cursor.next]?.otherTo ?? 0) - (other.differences[cursor.next]?.to ?? 0);
      const text = pieceOf(other.wording, otherFrom, to + cursor.shift);
      // Behind the last word of the first there may be no space to hold the words apart.
      const isApart = from < base.words.length || from === 0 || text === '' || /\s$/u.test(base.text);
      read(isApart ? text : ` ${text}`, index + 1);
    }
    segments.push({ type: 'variant', readings: [...readings.values()] });
    at = to;
  }
  if (at < base.words.length) segments.push({ type: 'common', text: pieceOf(base, at, base.words.length) });
  return segments;
}

/** Places in the words of the first where any other differs; those that touch are one. */
function united(others: readonly Other[]): readonly { readonly from: number; readonly to: number }[] {
  const all = others.flatMap((other) => other.differences).toSorted((a, b) => a.from - b.from || a.to - b.to);
  const places: { readonly from: number; to: number }[] = [];
  for (const { from, to } of all) {
    const last = places.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else places.push({ from, to });
  }
  return places;
}
