import { createHash } from 'node:crypto';
import type { AnnotatedDocument } from '#shared/domain/annotated-set.ts';
import type { FittedDocument } from '../set/format.ts';
import { isWritable, writableText } from './escape.ts';

/** A document whose text XML can hold: U+FFFD stands for each character that it cannot, and no offset changes. */
export function fitXmlText(document: AnnotatedDocument): FittedDocument {
  if (isWritable(document.text)) return { document, losses: [] };
  const text = writableText(document.text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const lost = Array.from(document.text).filter((character) => !isWritable(character));
  const losses = [...new Set(lost)].map((character) => ({
    kind: 'character' as const,
    example: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} in ${document.name}`,
  }));
  return { document: { ...document, text, sha256 }, losses };
}
