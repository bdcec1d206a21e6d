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

/** `{"id", "title", "source", "date", "text"}` a line. Every third article takes paragraphs over from an earlier one. */
export async function writeArticles(path: string, count: number, seed = 1): Promise<void> {
  const random = createRandom(seed);
  const words = Array.from({ length: 6000 }, () =>
    Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join(''),
  );
  // Common words are common, as in any language.
  const word = (): string => words[random(1 + random(words.length))] ?? '';
  const sentence = (): string => {
    const said = Array.from({ length: 8 + random(16) }, word).join(' ');
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  };
  const paragraph = (): string => Array.from({ length: 2 + random(4) }, sentence).join(' ');
  const recent: string[][] = [];
  const file = createWriteStream(path);
  for (let number = 0; number < count; number += 1) {
    const paragraphs = Array.from({ length: 6 + random(6) }, paragraph);
    const earlier = recent[random(Math.max(1, recent.length))];
    if (number % 3 === 2 && earlier !== undefined) paragraphs.splice(1, 2, ...earlier.slice(0, 2));
    recent.push(paragraphs);
    if (recent.length > 200) recent.shift();
    const line = {
      id: `article-${number}`,
      title: `Made-up article ${number}`,
      source: `Outlet ${number % 12}`,
      date: '2026-01-01',
      text: paragraphs.join('\n\n'),
    };
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}
