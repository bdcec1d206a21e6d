import { problem, type ReadItem } from '../set/read-document.ts';
import { SourceFault, type SetSource, type SourceFile } from '../set/source.ts';
import { textLines } from '../set/text-pieces.ts';
import { createDocumentLines, knownOf, type DocumentLines } from './document.ts';
import { noTag, parseTag, type Tag } from './tag.ts';
import { documentMark } from './write.ts';

/** A document is held whole; a file without `-DOCSTART-` is one, and may be of any length. */
const tokenLimit = 1_000_000;

/**
 * Columns of 2002 (token and tag), of 2003 (token, part of speech, chunk, tag) or any others: the first is the token,
 * the last the tag. A line that is none is told, and its token is kept, for the text would be another without it.
 * @param limit of tokens in a document
 */
export async function* readConll(source: SetSource, limit = tokenLimit): AsyncGenerator<ReadItem> {
  for (const file of source.files) {
    try {
      yield* readFile(file, limit);
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      yield problem(file.path, error.message);
    }
  }
}

async function* readFile(file: SourceFile, limit: number): AsyncGenerator<ReadItem> {
  let number = 0;
  let current: DocumentLines | undefined;
  let isOurs = false;
  const begin = (where: string, column = ''): DocumentLines => {
    number += 1;
    const known = knownOf(column);
    isOurs = known.id !== undefined;
    return createDocumentLines(
      where,
      isOurs ? known : { name: number === 1 ? file.path : `${file.path}, document ${number}` },
    );
  };
  const end = function* (): Generator<ReadItem> {
    current?.endSentence();
    if (current !== undefined && (current.count() > 0 || isOurs))
      yield { type: 'document', document: current.document() };
    current = undefined;
  };
  let scheme = createScheme();
  for await (const { number: at, text } of textLines(file)) {
    const where = source(at);
    const line = text.ok ? text.value : '';
    if (!text.ok) yield problem(where, text.error);
    else if (line.trim() === '') {
      current?.endSentence();
      scheme.endSentence();
    } else if (line.startsWith(documentMark)) {
      yield* end();
      scheme = createScheme();
      current = begin(where, columnsOf(line)[1]);
    } else {
      if ((current?.count() ?? 0) >= limit) {
        yield problem(
          where,
          `the document has more than ${limit.toLocaleString('en')} tokens: what follows is another one`,
        );
        yield* end();
      }
      current ??= begin(where);
      const columns = columnsOf(line);
      const [token = ''] = columns;
      const last = columns.length > 1 ? (columns.at(-1) ?? '') : '';
      const tag = parseTag(last);
      if (tag === null) yield problem(where, faultOf(token, last));
      else if (scheme.isOdd(tag))
        yield problem(where, `“${last}” begins an entity here: it is read as “B${last.slice(1)}”`);
      current.take(token, tag ?? noTag, where);
      scheme.take(tag ?? noTag);
    }
  }
  yield* end();
}

function source(line: number): string {
  return `line ${line}`;
}

/** Tokens may hold spaces in files whose columns are separated by tabulators. */
function columnsOf(line: string): readonly string[] {
  return line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : line.trim().split(/ +/u);
}

function faultOf(token: string, last: string): string {
  return last === ''
    ? `“${token}” has no tag: a line is a token, a space or tabulator, and a tag`
    : `“${last}” is no tag: tags are O, or B-, I- and the like with a label`;
}

interface Scheme {
  /** Does an entity begin with I- in a document in which they begin with B-? */
  readonly isOdd: (tag: Tag) => boolean;
  readonly take: (tag: Tag) => void;
  readonly endSentence: () => void;
}

/** In IOB1 entities begin with I-, and with B- only next to one another; in all other schemes that is a mistake. */
function createScheme(): Scheme {
  let before: Tag = noTag;
  let hasB = false;
  return {
    isOdd: (tag) => hasB && tag.place === 'I' && (before.place === 'O' || before.label !== tag.label),
    take: (tag) => {
      if (tag.place === 'B' && before.place === 'O') hasB = true;
      before = tag;
    },
    endSentence: () => {
      before = noTag;
    },
  };
}
