/** Texts that copy stretches of one another, with everything that is hard on copy finding. */
import fc from 'fast-check';

const vocabulary = [
  ...'ash birch cedar elm fir'.split(' '),
  // Words that make others when they are written together, and equivalents of one another.
  ...'news gathering newsgathering ISIL IS Daesh'.split(' '),
  ...'hazel larch maple oak pine rowan willow'.split(' '),
  ...'naïve Größe U.S. 1,000 haven’t שלום مرحبا Москва 𝐁old 한국어 not 30'.split(' '),
];

const chinese = [
  '记者从会议上获悉今年的经济增长目标已经确定各部门正在落实具体措施',
  '市长昨天表示新的港口将在明年春天开放并为当地居民提供工作机会',
];

const furniture = [
  'Read more',
  'Share this article:',
  'Leave a Reply',
  'All rights reserved by the publisher of this page',
];

type Part =
  | {
      readonly kind: 'copy';
      readonly block: number;
      readonly from: number;
      readonly length: number;
      readonly edits: readonly number[];
      readonly putIn: number;
    }
  | { readonly kind: 'own'; readonly words: number }
  | { readonly kind: 'line'; readonly line: string };

const part: fc.Arbitrary<Part> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('copy' as const),
      block: fc.nat(2),
      from: fc.nat(20),
      length: fc.integer({ min: 8, max: 40 }),
      edits: fc.array(fc.nat(40), { maxLength: 2 }),
      putIn: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 3, max: 40 }) },
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('own' as const), words: fc.integer({ min: 1, max: 20 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('line' as const), line: fc.constantFrom(...furniture, ...chinese) }),
  },
);

/** The stretches that are copied: of few different words, so that they repeat and cross, or of many. */
const blocks = fc.array(
  fc.tuple(fc.integer({ min: 4, max: vocabulary.length }), fc.array(fc.nat(1000), { minLength: 20, maxLength: 40 })),
  { minLength: 3, maxLength: 3 },
);

const separators = [' ', ' ', ' ', ', ', ' — ', ' “', '” ', '. ', '\u00a0'];

/** @param most texts, at the most */
export function relatedTexts(most: number): fc.Arbitrary<readonly string[]> {
  return fc
    .tuple(blocks, fc.array(fc.array(part, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: most }))
    .map(([picks, documents]) => {
      const copied = picks.map(([size, numbers], block) =>
        numbers.map((number, at) => vocabulary[(number + at + block) % size] ?? ''),
      );
      // An importer refuses empty texts.
      return documents.map((parts, document) => textOf(copied, parts, document) || 'nothing');
    });
}

function textOf(blocksCopied: readonly (readonly string[])[], parts: readonly Part[], document: number): string {
  let text = '';
  let count = 0;
  const say = (word: string): void => {
    text += text === '' || text.endsWith('\n') ? word : `${separators[(count + document) % separators.length]}${word}`;
    count += 1;
  };
  for (const one of parts) {
    if (one.kind === 'line') text += `\n${one.line}\n`;
    else if (one.kind === 'own') for (let at = 0; at < one.words; at += 1) say(`own${document}word${count}`);
    else {
      const words = (blocksCopied[one.block] ?? []).slice(one.from, one.from + one.length);
      for (const [at, word] of words.entries()) {
        if (one.putIn > 0 && at === Math.floor(words.length / 2)) {
          text += '\n\n';
          for (let put = 0; put < one.putIn; put += 1) say(`put${document}in${count}`);
          text += '\n\n';
        }
        say(one.edits.includes(at) ? `edit${document}word${count}` : word);
      }
    }
  }
  return text;
}
