/** Text of a stated length, the same every time: words drawn by a small generator from a small vocabulary. */
const syllables = [
  'ka',
  'lo',
  'mi',
  'tar',
  'ven',
  'so',
  'ri',
  'dan',
  'pe',
  'ul',
  'the',
  'gor',
  'in',
  'sa',
  'bel',
  'wy',
];

/** Mulberry32: a 32-bit generator that is good enough to vary text. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `words` words in paragraphs of about sixty; another seed, another text. */
export function generatedText(words: number, seed: number): string {
  const random = generator(seed);
  const word = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    );
  const paragraphs: string[] = [];
  for (let made = 0; made < words; made += 60) {
    const sentence = Array.from({ length: Math.min(60, words - made) }, word).join(' ');
    paragraphs.push(`${sentence}.`);
  }
  return paragraphs.join('\n\n');
}

/** Spans of `length` words, `count` of them, spread evenly over a text; UTF-16, half-open. */
export function evenSpans(
  text: string,
  count: number,
  length: number,
): readonly { readonly start: number; readonly end: number }[] {
  const words = [...text.matchAll(/[^\s.]+/gu)];
  const step = (words.length - length) / count;
  return Array.from({ length: count }, (_, index) => {
    const first = words[Math.floor(index * step)];
    const last = words[Math.floor(index * step) + length - 1];
    return { start: first?.index ?? 0, end: (last?.index ?? 0) + (last?.[0].length ?? 0) };
  });
}
