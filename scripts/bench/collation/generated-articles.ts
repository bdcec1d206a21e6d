import type { Article } from './corpus.ts';
import { createRandom, type Random } from './random.ts';

const SYLLABLES = 'ka lo mi tar ven so ri dan pe ul gor in sa bel wy ner to ral es cu mon fi da qua'.split(' ');
const GRAMMAR = 'the of to and a in that is for on it with as was by at from be has have not are were'.split(' ');
const SOURCES = ['Herald', 'Gazette', 'Courier', 'Tribune', 'Monitor', 'Observer', 'Chronicle', 'Post'];

/** Articles without meaning but in the shape of news: paragraphs, sentences, quotations, names, a few topics. */
export function generatedArticles(count: number, seed: number): readonly Article[] {
  const random = createRandom(seed);
  const vocabulary = Array.from({ length: 12_000 }, () => pseudoWord(random));
  const topics = Array.from({ length: 40 }, () => Array.from({ length: 120 }, () => random.pick(vocabulary)));
  return Array.from({ length: count }, (_, index) => {
    const topic = random.pick(topics);
    const word = (): string => {
      const kind = random.next();
      if (kind < 0.42) return random.pick(GRAMMAR);
      // A square favours the head of the list, as real vocabularies do.
      return kind < 0.7 ? random.pick(topic) : (vocabulary[Math.floor(random.next() ** 2 * vocabulary.length)] ?? 'a');
    };
    const paragraphs = Array.from({ length: random.whole(8, 28) }, () => paragraph(word, random));
    const month = 1 + (index % 12);
    return {
      id: `generated-${index}`,
      date: `2015-${String(month).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`,
      source: random.pick(SOURCES),
      title: sentence(6, word),
      text: paragraphs.join('\n\n'),
    };
  });
}

function paragraph(word: () => string, random: Random): string {
  const sentences = Array.from({ length: random.whole(1, 4) }, () => sentence(random.whole(7, 30), word));
  if (random.chance(0.35)) {
    const said = sentence(random.whole(6, 24), word).slice(0, -1);
    sentences.push(`“${said},” ${capital(word())} said.`);
  }
  return sentences.join(' ');
}

function sentence(words: number, word: () => string): string {
  return `${capital(Array.from({ length: words }, word).join(' '))}.`;
}

function pseudoWord(random: Random): string {
  return Array.from({ length: random.whole(1, 4) }, () => random.pick(SYLLABLES)).join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
