import type { EditRates } from './edit-rates.ts';
import { applyEdits, foreignText, joinMapped, type Edit, type MappedText, sliceMapped } from './mapped-text.ts';
import type { Random } from './random.ts';
import { COPYRIGHTS, DATELINES, FURNITURE, SLUGS } from './wordings.ts';
import { paragraphsOf, sentencesOf, wordsOf } from './words.ts';

/** Paragraphs and whole stories that have nothing to do with the source, to be put in. */
export interface Filler {
  sentence(): string;
  paragraph(): string;
  story(): string;
}

/** No story is cut down to less than this many words. */
const LEAST_WORDS = 60;

/** What an editor does to a story as a whole: heads, tails, paragraphs and sentences cut, others put in. */
export function editStory(source: MappedText, filler: Filler, rates: EditRates, random: Random): MappedText {
  let copy = cutEnds(source, random);
  copy = cutAndFill(copy, filler, rates, random);
  copy = turnSentences(copy, rates.sentencesTurned, random);
  const before: MappedText[] = [];
  const after: MappedText[] = [];
  if (random.chance(0.1)) {
    before.push(foreignText(`${random.pick(SLUGS)}\n\n`));
    copy = capitaliseHead(copy, random);
  }
  if (random.chance(0.4)) before.push(foreignText(random.pick(DATELINES)));
  if (random.chance(0.5)) after.push(foreignText(`\n\n${filler.story()}`));
  if (random.chance(0.5)) after.push(foreignText(`\n\n${random.pick(COPYRIGHTS)}`));
  return joinMapped([...before, copy, ...after]);
}

function cutEnds(copy: MappedText, random: Random): MappedText {
  const paragraphs = paragraphsOf(copy.text);
  if (paragraphs.length < 4 || wordsOf(copy.text).length < 2 * LEAST_WORDS) return copy;
  let first = 0;
  let last = paragraphs.length - 1;
  if (random.chance(0.15)) first = random.whole(1, Math.min(2, last));
  if (random.chance(0.5)) last = random.whole(Math.max(first + 1, Math.floor(last * 0.4)), last);
  const kept = sliceMapped(copy, paragraphs[first]?.start ?? 0, paragraphs[last]?.end ?? copy.text.length);
  return wordsOf(kept.text).length < LEAST_WORDS ? copy : kept;
}

function cutAndFill(copy: MappedText, filler: Filler, rates: EditRates, random: Random): MappedText {
  const edits: Edit[] = [];
  const paragraphs = paragraphsOf(copy.text);
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1]?.start ?? paragraph.end;
    if (paragraphs.length > 3 && random.chance(rates.paragraphDropped)) {
      edits.push({ start: paragraph.start, end: next, text: '', kind: 'put' });
      continue;
    }
    const sentences = sentencesOf(copy.text.slice(paragraph.start, paragraph.end));
    for (const [at, sentence] of sentences.entries()) {
      const start = paragraph.start + sentence.start;
      if (at > 0 && random.chance(rates.sentencePut)) edits.push(put(start, `${filler.sentence()} `));
      if (sentences.length < 2 || !random.chance(rates.sentenceDropped)) continue;
      const end = paragraph.start + (sentences[at + 1]?.start ?? sentence.end);
      edits.push({ start, end, text: '', kind: 'put' });
    }
    if (next === paragraph.end) continue;
    if (random.chance(rates.paragraphPut)) edits.push(put(next, `${filler.paragraph()}\n\n`));
    if (random.chance(rates.furniturePut)) edits.push(put(next, `${random.pick(FURNITURE)}\n\n`));
  }
  return applyEdits(copy, edits);
}

function put(at: number, text: string): Edit {
  return { start: at, end: at, text, kind: 'put' };
}

/** Two neighbouring sentences change places. */
function turnSentences(copy: MappedText, share: number, random: Random): MappedText {
  const parts: MappedText[] = [];
  const sentences = sentencesOf(copy.text);
  let from = 0;
  for (let index = 0; index + 1 < sentences.length; index += 1) {
    const one = sentences[index];
    const other = sentences[index + 1];
    if (one === undefined || other === undefined || !random.chance(share)) continue;
    if (/\n/u.test(copy.text.slice(one.end, other.start))) continue;
    parts.push(sliceMapped(copy, from, one.start), sliceMapped(copy, other.start, other.end));
    parts.push(sliceMapped(copy, one.end, other.start), sliceMapped(copy, one.start, one.end));
    from = other.end;
    index += 1;
  }
  return from === 0 ? copy : joinMapped([...parts, sliceMapped(copy, from, copy.text.length)]);
}

/** The first words in capitals, as agencies set them. */
function capitaliseHead(copy: MappedText, random: Random): MappedText {
  const words = wordsOf(copy.text.slice(0, 400)).slice(0, random.whole(3, 8));
  return applyEdits(
    copy,
    words.map(({ start, end }) => ({ start, end, text: copy.text.slice(start, end).toUpperCase(), kind: 'retype' })),
  );
}
