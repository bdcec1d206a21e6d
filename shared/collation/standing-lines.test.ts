import { describe, expect, it } from 'vitest';
import { tokenise } from '#shared/text/tokens.ts';
import { candidateLines, EDGE_POINTS, isStandingLine, MIDDLE_POINTS } from './standing-lines.ts';

const prose = (name: string, words: number): string =>
  Array.from({ length: words }, (_, at) => `${name}${String.fromCodePoint(97 + (at % 26))}`).join(' ');

/** Fourteen paragraphs of twenty words, with the lines put before, in the middle and after. */
function page(
  name: string,
  lines: { readonly head?: string; readonly middle?: string; readonly tail?: string },
): string {
  const body = Array.from({ length: 14 }, (_, at) => prose(`${name}${at}x`, 20));
  return [lines.head, ...body.slice(0, 7), lines.middle, ...body.slice(7), lines.tail]
    .filter((line) => line !== undefined)
    .join('\n\n');
}

function candidate(text: string, line: string) {
  const tokens = tokenise(text);
  const start = text.indexOf(line);
  return candidateLines(text, tokens).find(({ from }) => (tokens.starts[from] ?? -1) >= start && start >= 0);
}

const hashOf = (line: string): number | undefined => candidate(line, line)?.hash;

describe('a line that could stand again and again', () => {
  it('earns more at the head and at the tail than between', () => {
    const line = 'Harbour news every day';
    expect(candidate(page('a', { head: line }), line)?.points).toBe(EDGE_POINTS);
    expect(candidate(page('a', { tail: line }), line)?.points).toBe(EDGE_POINTS);
    expect(candidate(page('a', { middle: line }), line)?.points).toBe(MIDDLE_POINTS);
  });

  it('earns nothing between if it is longer, but is held against what is known', () => {
    const line = prose('long', 30);
    expect(candidate(page('a', { middle: line }), line)?.points).toBe(0);
    expect(candidate(page('a', { tail: line }), line)?.points).toBe(EDGE_POINTS);
  });

  it('earns nothing at the tail of a text of which it is a great part', () => {
    const text = `${prose('a', 20)}\n${prose('b', 20)}\n${prose('claim', 20)}`;
    expect(candidateLines(text, tokenise(text)).map(({ points }) => points)).toEqual([0, 0, 0]);
  });

  it('earns nothing between in a list of very many lines', () => {
    const text = Array.from({ length: 501 }, (_, at) => prose(`line${at}`, 2)).join('\n');
    expect(candidateLines(text, tokenise(text)).filter(({ points }) => points > 0)).toHaveLength(8);
  });

  it('is no paragraph of prose', () => {
    const line = prose('long', 81);
    expect(candidateLines(line, tokenise(line))).toEqual([]);
  });

  it('is no row of numbers', () => {
    const text = 'Page 3 of 10\n22 % (2006 est.)\n1,204';
    expect(candidateLines(text, tokenise(text))).toHaveLength(1);
  });
});

describe('the hash of a line', () => {
  it('is of the words alone: case, signs and spaces do not matter', () => {
    expect(hashOf('  HARBOUR news — “every” day! ')).toBe(hashOf('Harbour news every day'));
  });

  it('takes all numbers for the same', () => {
    expect(hashOf('Edited 5:13 PM')).toBe(hashOf('Edited 11:04 PM'));
  });

  it('tells words apart where they are cut', () => {
    expect(hashOf('harbour news')).not.toBe(hashOf('harbournews'));
    expect(hashOf('har bournews')).not.toBe(hashOf('harbour news'));
  });

  it('is an unsigned number of 32 bits', () => {
    const hashes = ['a', 'b', 'c', 'd', 'e', 'f'].map((line) => hashOf(line) ?? -1);
    expect(hashes.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)).toBe(true);
  });
});

describe('the opening of a line', () => {
  it('is the same for lines that end differently', () => {
    const one = candidate('Show this picture in full: Ann Reed', 'Show');
    const other = candidate('Show this picture in full: Tom Hill, Oslo', 'Show');
    expect(one?.opening).toBe(other?.opening);
    expect(one?.hash).not.toBe(other?.hash);
  });

  it('is not the hash of a line of those words', () => {
    expect(candidate('Show this picture in full: Ann Reed', 'Show')?.opening).not.toBe(
      hashOf('Show this picture in full'),
    );
  });

  it('is nothing that a long line has', () => {
    expect(candidate(prose('long', 16), 'long')?.opening).toBeNull();
  });

  it('makes the line a standing one', () => {
    const line = candidate('Show this picture in full: Ann Reed', 'Show');
    if (line === undefined) throw new Error('no line');
    expect(isStandingLine(line, (hash) => hash === line.opening)).toBe(true);
    expect(isStandingLine(line, (hash) => hash === line.hash)).toBe(true);
    expect(isStandingLine(line, () => false)).toBe(false);
  });
});
