/**
 * What can be refused, as data. A refusal names the thing; `refusalSentence` says it in the user's words. The window
 * and the command line show the same sentences.
 */
import type { SpanError } from '#shared/text/span.ts';
import type { AnnotatorError } from './annotator.ts';
import type { EquivalentError } from './equivalent.ts';

export type Refusal =
  | SpanError
  | AnnotatorError
  | EquivalentError
  | { readonly type: 'UnknownDocument'; readonly document: string }
  | { readonly type: 'AmbiguousDocument'; readonly document: string; readonly candidates: readonly string[] }
  | { readonly type: 'UnknownLabel'; readonly label: string; readonly known: readonly string[] }
  | { readonly type: 'UnknownAnnotation'; readonly annotation: string }
  | { readonly type: 'AmbiguousAnnotation'; readonly annotation: string; readonly candidates: readonly string[] }
  | { readonly type: 'UnknownOccurrence'; readonly document: string; readonly start: number }
  | { readonly type: 'AlreadyDetached'; readonly document: string; readonly start: number }
  | { readonly type: 'AlreadyAttached'; readonly document: string; readonly start: number }
  | { readonly type: 'TaggedAlready'; readonly document: string; readonly start: number }
  | { readonly type: 'OccurrenceThere'; readonly document: string; readonly start: number }
  | { readonly type: 'NoOrphan'; readonly document: string }
  | { readonly type: 'QuoteMismatch'; readonly document: string; readonly expected: string; readonly found: string }
  | { readonly type: 'BlankSpan'; readonly document: string }
  | { readonly type: 'TextTooLong'; readonly what: string; readonly length: number; readonly limit: number }
  | { readonly type: 'BadText'; readonly what: string }
  | { readonly type: 'AlignedWithItself'; readonly document: string }
  | { readonly type: 'ImportUndone' }
  | { readonly type: 'NothingToUndo' }
  | { readonly type: 'NothingToRedo' }
  | { readonly type: 'ReversalReversed' }
  | { readonly type: 'CannotReverse'; readonly act: string };

/** What happened, to what, and what to do: one or two sentences. */
export function refusalSentence(refusal: Refusal): string {
  switch (refusal.type) {
    case 'SpanNotWhole':
      return `The offsets ${refusal.span.start} and ${refusal.span.end} must be whole numbers of UTF-16 units.`;
    case 'SpanReversed':
      return `The span [${refusal.span.start}, ${refusal.span.end}) ends before it starts. Swap the two offsets.`;
    case 'SpanEmpty':
      return `The span [${refusal.span.start}, ${refusal.span.end}) is empty. Select at least one character.`;
    case 'SpanOutsideText':
      return `The span [${refusal.span.start}, ${refusal.span.end}) lies outside the text, which has ${refusal.length} UTF-16 units.`;
    case 'SpanSplitsCharacter':
      return `Offset ${refusal.offset} lies inside one character (a surrogate pair). Move it by one.`;
    case 'BadAnnotator':
      return `“${printable(refusal.annotator)}” cannot be an annotator's name: it needs 1 to 200 characters and none that cannot be printed.`;
    case 'UnknownDocument':
      return `No document is called “${printable(refusal.document)}”. It may have been removed, or the name is another.`;
    case 'AmbiguousDocument':
      return `“${printable(refusal.document)}” could be ${refusal.candidates.map((name) => `“${name}”`).join(' or ')}. Write more of the name.`;
    case 'UnknownLabel':
      return `No label is called “${printable(refusal.label)}”. The codebook has ${refusal.known.join(', ')}.`;
    case 'UnknownAnnotation':
      return `There is no annotation “${printable(refusal.annotation)}”. It may have been deleted.`;
    case 'AmbiguousAnnotation':
      return `“${printable(refusal.annotation)}” could be ${refusal.candidates.join(' or ')}. Write more of the id.`;
    case 'UnknownOccurrence':
      return `The annotation has no occurrence at ${refusal.start} in “${refusal.document}”.`;
    case 'AlreadyDetached':
      return `The occurrence at ${refusal.start} in “${refusal.document}” is detached already.`;
    case 'AlreadyAttached':
      return `The occurrence at ${refusal.start} in “${refusal.document}” is attached already.`;
    case 'TaggedAlready':
      return `The words at ${refusal.start} in “${refusal.document}” bear that label already, in another annotation. Delete or detach that one first.`;
    case 'OccurrenceThere':
      return `The annotation has an occurrence at ${refusal.start} in “${refusal.document}” already, which touches these words. Attach or detach that one.`;
    case 'NoOrphan':
      return `The annotation does not wait to be placed in “${refusal.document}”: it has a place there, or no older version of that article has it.`;
    case 'QuoteMismatch':
      return `The text of “${refusal.document}” there is “${excerpt(refusal.found)}”, not “${excerpt(refusal.expected)}”. Nothing was tagged; select the passage again.`;
    case 'BlankSpan':
      return `The span in “${refusal.document}” holds no letter or digit. Select some words.`;
    case 'TextTooLong':
      return `The ${refusal.what} has ${refusal.length} characters; ${refusal.limit} is the most.`;
    case 'BadText':
      return `The ${refusal.what} holds a broken character (half a surrogate pair, or NUL). Remove it.`;
    case 'AlignedWithItself':
      return `“${printable(refusal.document)}” cannot be aligned with itself.`;
    case 'ImportUndone':
      return 'The import was undone while it was under way, so it has stopped. Import the files again to have them.';
    case 'BadEquivalent':
      return `“${printable(refusal.phrase.toWellFormed())}” cannot be an equivalent: it needs a word, and at most 200 characters that can be printed.`;
    case 'EquivalentTooLong':
      return `“${printable(refusal.phrase)}” has ${refusal.words} words; an equivalent has ${refusal.limit} at most.`;
    case 'SameEquivalent':
      return `“${printable(refusal.a)}” and “${printable(refusal.b)}” are the same word as it is: case, accents and punctuation never make a difference.`;
    case 'EquivalentThere':
      return `“${printable(refusal.a)}” and “${printable(refusal.b)}” are equivalents already.`;
    case 'EquivalentMissing':
      return `“${printable(refusal.a)}” and “${printable(refusal.b)}” are no equivalents, so there is nothing to remove.`;
    case 'NothingToUndo':
      return 'There is nothing to undo.';
    case 'NothingToRedo':
      return 'There is nothing to redo.';
    case 'ReversalReversed':
      return 'What was being taken back or brought back was reversed meanwhile, so it has stopped there. Undo and redo go on from how things are now.';
    case 'CannotReverse':
      return `The last act (${refusal.act}) holds something that cannot be taken back; nothing was changed.`;
  }
}

/** Controls, and format characters that have no shape of their own: zero-width, bidi, byte order mark. */
const unprintable = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Bad input is shown, shortened, with what cannot be printed made visible. */
export function printable(text: string): string {
  const visible = text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return excerpt(visible);
}

function excerpt(text: string): string {
  const characters = Array.from(text.toWellFormed());
  return characters.length <= 80 ? text : `${characters.slice(0, 79).join('')}…`;
}
