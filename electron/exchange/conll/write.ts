/**
 * CoNLL-2002 (www.clips.uantwerpen.be/conll2002/ner): a token and its tag a line, a space between them, a blank line
 * after each sentence, tags in IOB2: `B-claim` begins an entity, `I-claim` goes on, `O` is none.
 *
 *     -DOCSTART- %7B%22id%22%3A%22doc1%22…%7D O
 *
 *     claims B-rebuttal
 *     C I-rebuttal
 *
 * A document begins with `-DOCSTART-`; the column after it says which it is, as percent-encoded JSON. Tokens and
 * sentences are those of `Intl.Segmenter` for English (UAX 29): words, each punctuation sign by itself, other signs
 * with the words they touch; see ../set/tokens.ts. A label is written as it is; spaces and the like in it are
 * `%{20}` (tag.ts).
 */
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { asciiJson } from '../set/ascii-json.ts';
import type { SetFile } from '../set/format.ts';
import { writableDocuments } from '../set/holding.ts';
import { textSentences } from '../set/tokens.ts';
import { conllHolding, fitToConll } from './fit.ts';
import { labelToTag } from './tag.ts';

export const documentMark = '-DOCSTART-';

export function writeConll(set: AnnotatedSet): readonly SetFile[] {
  return [{ path: '', chunks: documents(set) }];
}

function* documents(set: AnnotatedSet): Generator<string> {
  for (const document of writableDocuments(set, { holds: conllHolding, fit: fitToConll })) yield linesOf(document);
}

function linesOf({ id, name, sha256, text, occurrences }: AnnotatedDocument): string {
  const lines = [`${documentMark} ${encodeURIComponent(asciiJson({ id, name, sha256 }))} O`, ''];
  let next = 0;
  for (const { tokens } of textSentences(text)) {
    for (const { start, end } of tokens) {
      while ((occurrences[next]?.end ?? Infinity) <= start) next += 1;
      const one = occurrences[next];
      const tag =
        one === undefined || one.start >= end ? 'O' : `${start === one.start ? 'B' : 'I'}-${labelToTag(one.label)}`;
      lines.push(`${text.slice(start, end)} ${tag}`);
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}
