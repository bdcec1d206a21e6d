import { expect, test } from 'vitest';
import { createCopyFinder } from './copy-finder.oracle.ts';

const LEAD = 'The minister opened the new harbour on Tuesday and spoke to reporters for an hour.';
const TAIL = 'Fishermen in the town have waited for eleven years and few of them believed him.';

/** What tagging `tagged` of the one text gives in the other, both between the same sentences. */
function copyOf(own: string, copy: string, tagged = own): readonly string[] {
  const finder = createCopyFinder();
  const text = `${LEAD} ${copy} ${TAIL}`;
  finder.add({ id: 'own', text: `${LEAD} ${own} ${TAIL}` });
  finder.add({ id: 'copy', text });
  const start = LEAD.length + 1 + own.indexOf(tagged);
  const { occurrences } = finder.copiesOf('own', { start, end: start + tagged.length });
  return occurrences
    .slice(1)
    .flatMap(({ start: from, end, ranges }) =>
      (ranges ?? [{ start: from, end }]).map((range) => text.slice(range.start, range.end)),
    );
}

const QUOTE = '“we shall build three hundred houses by the river,”';

test('a quotation mark that stands as an entity is taken whole, as the mark it stands for', () => {
  const copy = '&ldquo;we shall build three hundred houses by the river,&rdquo;';
  expect(copyOf(`He said ${QUOTE} and left.`, `He said ${copy} and left.`, QUOTE)).toEqual([copy]);
});

test('an entity in the span stands for its sign in the copy', () => {
  const own = '&quot;we shall build three hundred houses by the river,&#8221;';
  expect(copyOf(`He said ${own} and left.`, `He said ${QUOTE} and left.`, own)).toEqual([QUOTE]);
});

test('dots for what was left out are no stop of the span', () => {
  const own = 'We shall build three hundred houses by the river before the winter.';
  expect(copyOf(own, 'We shall build three hundred houses by the river . . .')).toEqual([
    'We shall build three hundred houses by the river',
  ]);
});
