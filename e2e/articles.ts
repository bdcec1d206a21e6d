/** Articles made of made-up sentences: as many as a test needs, the same in every run. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** A small generator of numbers (mulberry32), so that nothing depends on the machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const syllables =
  'ba be bi bo da de di do fa fe ga go ka ke ko la le lo ma me mi na ne no pa po ra re ro sa se so ta te to va ve'.split(
    ' ',
  );

export interface ArticlesOptions {
  readonly seed?: number;
  /** The number of the first article. */
  readonly first?: number;
  /** Copies of one more story, each with a word of its own. */
  readonly copies?: number;
  /** Whether every article ends with a line that its publisher always prints. */
  readonly standing?: boolean;
}

/** Stands in nearly every article. */
export const commonWord = 'balebo';

/** The story that the copies are copies of. */
const wireStory = [
  'On Tuesday the harbour office announced that the northern quay would stay closed until the repairs were paid for.',
  'Nobody in the town hall could say who had signed the contract, and the two firms named in it no longer exist.',
  'The fishermen, who have moored at the old pier since spring, were told to wait for a letter that never came.',
];

/** `{"id", "title", "source", "date", "text"}` a line. Every third article takes paragraphs over from an earlier one. */
export async function writeArticles(
  path: string,
  count: number,
  { seed = 1, first = 0, copies = 0, standing = false }: ArticlesOptions = {},
): Promise<void> {
  const random = createRandom(seed);
  const words = Array.from({ length: 6000 }, () =>
    Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join(''),
  );
  // Common words are common, as in any language.
  words[0] = commonWord;
  const word = (): string => words[random(1 + random(words.length))] ?? '';
  const sentence = (): string => {
    const said = Array.from({ length: 8 + random(16) }, word).join(' ');
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  };
  const paragraph = (): string => Array.from({ length: 2 + random(4) }, sentence).join(' ');
  const recent: string[][] = [];
  const file = createWriteStream(path);
  const write = async (id: string, title: string, source: string, paragraphs: readonly string[]): Promise<void> => {
    const text = [...paragraphs, ...(standing ? [`Sign up for the ${source} newsletter and never miss a story`] : [])];
    const line = { id, title, source, date: '2026-01-01', text: text.join('\n\n') };
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
  };
  for (let number = first; number < first + count; number += 1) {
    const paragraphs = Array.from({ length: 6 + random(6) }, paragraph);
    const earlier = recent[random(Math.max(1, recent.length))];
    if (number % 3 === 2 && earlier !== undefined) paragraphs.splice(1, 2, ...earlier.slice(0, 2));
    recent.push(paragraphs);
    if (recent.length > 200) recent.shift();
    // oxlint-disable-next-line no-await-in-loop -- one line after the other
    await write(`article-${number}`, `Made-up article ${number}`, `Outlet ${number % 12}`, paragraphs);
  }
  for (let number = 0; number < copies; number += 1) {
    const own = [
      ...wireStory.slice(0, 2),
      `${wireStory[2]} So it was in ${word()}.`,
      `An old word of the town is ${commonWord}.`,
    ];
    // oxlint-disable-next-line no-await-in-loop
    await write(`wire-${number}`, `The wire story (${number})`, number % 2 === 0 ? 'Wire Service' : 'Town Crier', own);
  }
  file.end();
  await once(file, 'close');
}
