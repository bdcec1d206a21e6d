/** A document of a CoNLL file while its lines go by. */
import type { ReadDocument, ReadSpan } from '../set/read-document.ts';
import { readDescribed, recordOf } from '../set/described.ts';
import { parseJson } from '../set/json.ts';
import { begins, noTag, type Tag } from './tag.ts';

export interface DocumentLines {
  readonly take: (token: string, tag: Tag, where: string) => void;
  readonly endSentence: () => void;
  readonly count: () => number;
  readonly document: () => ReadDocument;
}

type Known = Pick<ReadDocument, 'id' | 'name' | 'sha256'>;

/** What the line that begins a document says of it; nothing in files of others. */
export function knownOf(column: string): Known {
  if (!column.startsWith('%7B')) return {};
  let json: string;
  try {
    json = decodeURIComponent(column);
  } catch {
    return {};
  }
  const value = parseJson(json);
  const { id, name, sha256 } = readDescribed(recordOf(value.ok ? value.value : null));
  return { id, name, sha256 };
}

export function createDocumentLines(where: string, known: Known): DocumentLines {
  const tokens: string[][] = [];
  const spans: ReadSpan[] = [];
  let sentence: string[] = [];
  let before: Tag = noTag;
  let open: {
    readonly start: number;
    readonly words: string[];
    readonly label: string;
    readonly where: string;
  } | null = null;
  /** Where the next token begins in the text that is made of the tokens, UTF-16. */
  let at = 0;
  let count = 0;

  const close = (): void => {
    if (open === null) return;
    const { start, words, label } = open;
    const quote = words.join(' ');
    spans.push({ where: open.where, start, end: start + quote.length, quote, label });
    open = null;
  };

  return {
    take: (token, tag, place) => {
      if (tag.place === 'O' || begins(tag, before)) close();
      if (open !== null) open.words.push(token);
      else if (tag.place !== 'O') open = { start: at, words: [token], label: tag.label, where: place };
      sentence.push(token);
      before = tag;
      at += token.length + 1;
      count += 1;
    },
    endSentence: () => {
      close();
      before = noTag;
      if (sentence.length > 0) tokens.push(sentence);
      sentence = [];
    },
    count: () => count,
    document: () => {
      const counting = { text: null, unit: 'utf-16', otherUnits: [], join: ' ' } as const;
      return { where, ...known, ...counting, tokens, spans };
    },
  };
}
