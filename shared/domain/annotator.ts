/** An annotator is known by name: the same name is the same person on every machine (decision 0004). */
import { err, ok, type Result } from '#shared/text/result.ts';

export type AnnotatorError = { readonly type: 'BadAnnotator'; readonly annotator: string };

/** NFC, trimmed, one line, 1 to 200 UTF-16 units. */
export function annotatorName(text: string): Result<string, AnnotatorError> {
  const name = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (name === '' || name.length > 200 || /\p{Cc}/u.test(name) || !name.isWellFormed()) {
    return err({ type: 'BadAnnotator', annotator: text });
  }
  return ok(name);
}
