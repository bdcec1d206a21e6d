import { expect, test } from 'vitest';
import { copyOf, LEAD, TAIL } from './copied-text.oracle.ts';

/** What tagging `tagged` of the one text gives in the other, both between the same sentences. */
function copyBetween(own: string, copy: string, tagged = own): readonly string[] {
  return copyOf(`${LEAD} ${own} ${TAIL}`, `${LEAD} ${copy} ${TAIL}`, tagged);
}

const QUOTE = '“we shall build three hundred houses by the river,”';

test('a quotation mark that stands as an entity is taken whole, as the mark it stands for', () => {
  const copy = '&ldquo;we shall build three hundred houses by the river,&rdquo;';
  expect(copyBetween(`He said ${QUOTE} and left.`, `He said ${copy} and left.`, QUOTE)).toEqual([copy]);
});

test('an entity in the span stands for its sign in the copy', () => {
  const own = '&quot;we shall build three hundred houses by the river,&#8221;';
  expect(copyBetween(`He said ${own} and left.`, `He said ${QUOTE} and left.`, own)).toEqual([QUOTE]);
});

test('dots for what was left out are no stop of the span', () => {
  const own = 'We shall build three hundred houses by the river before the winter.';
  expect(copyBetween(own, 'We shall build three hundred houses by the river . . .')).toEqual([
    'We shall build three hundred houses by the river',
  ]);
});
