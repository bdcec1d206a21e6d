/** Files with something broken in them, for tests that readers survive. */
import * as fc from 'fast-check';

const pieces = fc.constantFrom(
  '',
  '"',
  '<',
  '>',
  '&',
  '{',
  '}',
  '[',
  ']',
  '-1',
  '1e999',
  '\t',
  '\n',
  '\\',
  '|',
  '\u0000',
  '_',
  'null',
  '99999999999',
);

/** The text with up to three places cut out and something else put there. */
export function mutated(text: string): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(text.length), fc.nat(20), pieces);
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce((found, [at, length, piece]) => found.slice(0, at) + piece + found.slice(at + length), text),
    );
}
