/** E-mail messages (.eml, RFC 5322 and MIME) as articles. */
import { isUtf8 } from 'node:buffer';
import { ok, type Result } from '#shared/text/result.ts';
import { articleSizeLimit, type ArticleRefusal } from '../article-refusal.ts';
import type { ArticleReader, ArticleSource, ReadArticle, ReadingChoices } from '../article-reader.ts';
import { htmlRefusal } from '../html/reader.ts';
import { encodingName } from '../plain-text/charset.ts';
import { decodeText } from '../plain-text/decode.ts';
import { readWhole, refusedWhole } from '../plain-text/frozen-article.ts';
import { parseMessage } from './message.ts';

export const emlReader: ArticleReader = { endings: ['.eml'], read };

/** Attachments may make a message larger than an article; its text is measured by itself. */
export const messageSizeLimit = 2 * articleSizeLimit;

async function* read(source: ArticleSource, choices: ReadingChoices): AsyncGenerator<ReadArticle> {
  const { file, size } = source;
  if (size > messageSizeLimit) {
    yield refusedWhole({ type: 'ArticleTooLarge', file, size, limit: messageSizeLimit });
    return;
  }
  const bytes = await source.bytes();
  if (bytes.length === 0) {
    yield refusedWhole({ type: 'ArticleEmpty', file });
    return;
  }
  const readable = await readableBytes(file, bytes, choices);
  if (!readable.ok) {
    yield refusedWhole(readable.error);
    return;
  }
  const message = await parseMessage(readable.value.bytes);
  if (!message.ok) {
    yield refusedWhole(
      message.error.type === 'no message'
        ? { type: 'ArticleDamaged', file, kind: 'an e-mail', cause: message.error.cause }
        : htmlRefusal(file, message.error),
    );
    return;
  }
  const { text, facts, notes } = message.value;
  yield readWhole({
    file,
    text,
    encoding: readable.value.encoding,
    facts,
    notes: [...readable.value.notes, ...notes, ...undecodedNotes(text)],
    bytes,
    isMarkup: true,
  });
}

interface ReadableBytes {
  readonly bytes: Uint8Array;
  readonly encoding: string;
  readonly notes: readonly string[];
}

/**
 * The message in a form in which what it declares of its encoding is true. Mostly it is that already: everything but
 * ASCII is written as such. Bytes above ASCII are in the one encoding that is declared, or are to be confirmed.
 */
async function readableBytes(
  file: string,
  bytes: Uint8Array,
  { encoding: confirmed }: ReadingChoices,
): Promise<Result<ReadableBytes, ArticleRefusal>> {
  const declared = declaredOf(bytes);
  if (isUtf8(bytes)) return ok({ bytes, encoding: declared[0] ?? 'utf-8', notes: [] });
  const [only] = declared;
  const decoded = await decodeText(file, bytes, { declared: declared.length === 1 ? only : undefined, confirmed });
  if (!decoded.ok) return decoded;
  const { text, encoding, notes } = decoded.value;
  // What the headers said is no longer so: the bytes are UTF-8 now.
  const written = text.replace(/\bcharset\s*=\s*("?)[\w.:-]+\1/giu, 'charset=utf-8');
  return ok({ bytes: Buffer.from(written, 'utf8'), encoding, notes });
}

/** The encodings of its text parts, by the names of the Encoding Standard, ASCII left out. */
function declaredOf(bytes: Uint8Array): readonly string[] {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256 * 1024)).toString('latin1');
  const labels = [...written.matchAll(/\bcharset\s*=\s*"?([\w.:-]+)/giu)].map(([, label = '']) => label);
  const names = labels.flatMap((label) => (/^(?:us-)?ascii$/iu.test(label) ? [] : [encodingName(label)]));
  return [...new Set(names.filter((name) => name !== null))];
}

function undecodedNotes(text: string): readonly string[] {
  const count = text.split('\ufffd').length - 1;
  return count === 0 ? [] : [`Characters that could not be decoded are shown as “\ufffd” (${count}).`];
}
