/** An annotated set of any size, made again on each walk: nothing of it is held. */
import { createHash } from 'node:crypto';
import type { AnnotatedDocument, AnnotatedOccurrence, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { firstCodebook } from '#shared/domain/label.ts';

const syllables = 'ka lo mi tar ven so ri dan pe ul the gor in sa bel wy ño ü 中 😀'.split(' ');
const documentWords = 300;
const spanWords = 12;

/** @param perDocument occurrences in each document; every second one overlaps the one before */
export function generatedSet(documents: number, perDocument: number): AnnotatedSet {
  return {
    project: { id: '0197a0c0-0000-7000-8000-000000000001', name: 'Generated' },
    labels: firstCodebook,
    size: documents,
    bare: [],
    *documents() {
      for (let number = 0; number < documents; number += 1) yield generatedDocument(number, perDocument);
    },
  };
}

function generatedDocument(number: number, perDocument: number): AnnotatedDocument {
  const starts: number[] = [];
  let text = '';
  for (let at = 0; at < documentWords; at += 1) {
    if (at > 0) text += at % 60 === 0 ? '.\n\n' : at % 15 === 0 ? '. ' : ' ';
    starts.push(text.length);
    text += word(number, at);
  }
  text += '.\n';
  const name = `article-${String(number).padStart(7, '0')}.txt`;
  return {
    id: createHash('sha256').update(name).digest('hex').slice(0, 32),
    name,
    title: `Article ${number}`,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    source: 'The Paper',
    author: 'A. Writer',
    date: '2026-02-28',
    url: `https://paper.example/${number}`,
    group: '',
    occurrences: Array.from({ length: perDocument }, (_, at) => occurrenceOf(number, at, perDocument, text, starts)),
  };
}

/** Any two documents have few rows of words in common: they are no copies of one another. */
function word(number: number, at: number): string {
  let state = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b);
  let made = '';
  for (let part = 0; part < 3; part += 1) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    made += syllables[(state >>> 8) % syllables.length] ?? '';
  }
  return made;
}

function occurrenceOf(
  number: number,
  at: number,
  perDocument: number,
  text: string,
  starts: readonly number[],
): AnnotatedOccurrence {
  const step = Math.max(1, Math.floor((documentWords - spanWords) / perDocument));
  const first = at * step - (at % 2 === 1 && step > 4 ? 4 : 0);
  const last = starts[first + spanWords - 1] ?? 0;
  const end = /[\s.]/u.exec(text.slice(last))?.index ?? 1;
  const annotation = `${String(number).padStart(8, '0')}-0000-7000-8000-${String(at).padStart(12, '0')}`;
  return {
    annotation,
    passage: annotation,
    label: firstCodebook[at % 3]?.label ?? '',
    annotator: at % 5 === 0 ? 'Ben' : 'Anna',
    note: at % 7 === 0 ? 'see page 3' : '',
    made: '2026-03-01T10:20:30.400Z',
    start: starts[first] ?? 0,
    end: last + end,
    status: 'exact',
    coverage: 1,
    counted: true,
    own: true,
    leads: true,
    reason: '',
  };
}
