/** An e-mail message as an article: its text, who wrote it and when, and what came with it. */
import type { Email } from 'postal-mime';
import type { HtmlFault } from '../html/balanced.ts';
import { wholePageText } from '../html/page.ts';
import { printable } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { ArticleFacts } from '../plain-text/frozen-article.ts';
import { joinedFlow, withoutFlow } from './flowed.ts';

export interface Message {
  readonly text: string;
  readonly facts: ArticleFacts;
  readonly notes: readonly string[];
}

export type MessageFault = HtmlFault | { readonly type: 'no message'; readonly cause: string };

const usualHeaders: ReadonlySet<string> = new Set(
  'from to subject date received message-id mime-version content-type return-path sender reply-to list-id'.split(' '),
);
const attachmentsNamed = 10;
const partLimit = 5000;
/** In bytes, of a message or of one of its parts: addresses cost the library the square of their number. */
const maxHeadersSize = 256 * 1024;

/** @param bytes with the text parts in the encodings that they declare, or UTF-8 */
export async function parseMessage(bytes: Uint8Array): Promise<Result<Message, MessageFault>> {
  if (hasManyParts(bytes)) return err({ type: 'no message', cause: `it has more than ${partLimit} parts` });
  const { default: PostalMime } = await import('postal-mime');
  const { bytes: fixed, isFlowed, isSpaceDeleted } = withoutFlow(bytes);
  let email: Email;
  try {
    // A forwarded message is an attachment, which is named and not read.
    email = await PostalMime.parse(fixed, { maxRfc822NestingDepth: 0, maxNestingDepth: 64, maxHeadersSize });
  } catch (error) {
    return err({ type: 'no message', cause: error instanceof Error ? error.message : String(error) });
  }
  if (!email.headers.some(({ key }) => usualHeaders.has(key))) {
    return err({ type: 'no message', cause: 'it has no header with a sender, a subject or a date' });
  }
  const plain = isFlowed ? joinedFlow(email.text ?? '', isSpaceDeleted) : (email.text ?? '');
  const body = await bodyOf(plain, email.html ?? '');
  if (!body.ok) return body;
  return ok({ text: body.value.text, facts: factsOf(email), notes: [...body.value.notes, ...attachmentNotes(email)] });
}

/** Parts cost the library the square of their number. */
function hasManyParts(bytes: Uint8Array): boolean {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const boundaries = new Set<string>();
  for (const [, boundary = ''] of held.toString('latin1').matchAll(/\bboundary\s*=\s*"?([^"\s;]+)/giu)) {
    boundaries.add(boundary);
    if (boundaries.size > 100) return true;
  }
  let parts = 0;
  for (const boundary of boundaries) {
    const mark = Buffer.from(`\n--${boundary}`, 'latin1');
    for (let at = held.indexOf(mark); at !== -1; at = held.indexOf(mark, at + mark.length)) {
      parts += 1;
      if (parts > partLimit) return true;
    }
  }
  return false;
}

/** The plain text where there is one: what the sender wrote for those who want no markup. */
async function bodyOf(text: string, html: string): Promise<Result<Pick<Message, 'text' | 'notes'>, HtmlFault>> {
  const plain = text.replace(/\s+$/u, '');
  if (plain !== '' || html === '') return ok({ text: plain, notes: [] });
  const page = await wholePageText(html);
  return page.ok ? ok({ text: page.value.text, notes: [] }) : page;
}

function factsOf(email: Email): ArticleFacts {
  const header = (name: string): string | undefined => email.headers.find(({ key }) => key === name)?.value;
  const sender = email.from ?? email.sender;
  const name = sender?.name ?? '';
  return {
    title: email.subject,
    author: name === '' ? sender?.address : name,
    source: listName(header('list-id')),
    date: email.date,
    url: header('archived-at')?.replace(/^\s*<|>\s*$/gu, ''),
  };
}

/** `The Daily <daily.example.org>`: the name of the list, else its id (RFC 2919). */
function listName(header: string | undefined): string | undefined {
  const [, name = '', id] = /^\s*"?([^"<]*)"?\s*(?:<([^>]*)>)?/u.exec(header ?? '') ?? [];
  return name.trim() === '' ? id : name.trim();
}

function attachmentNotes({ attachments }: Email): readonly string[] {
  if (attachments.length === 0) return [];
  const names = attachments.map(({ filename, mimeType }) => `“${printable(filename ?? mimeType)}”`);
  const shown = names.slice(0, attachmentsNamed).join(', ') + (names.length > attachmentsNamed ? ' and more' : '');
  const count = attachments.length === 1 ? 'One attachment was' : `${attachments.length} attachments were`;
  return [`${count} left out: ${shown}.`];
}
