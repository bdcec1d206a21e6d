import { createCopyFinder } from './copy-finder.oracle.ts';

/** Sentences to stand before and after what a test is about. */
export const LEAD = 'The minister opened the new harbour on Tuesday and spoke to reporters for an hour.';
export const TAIL = 'Fishermen in the town have waited for eleven years and few of them believed him.';

/** What tagging `tagged` of the one text gives in the other: the words of every range, or what `tell` says of it. */
export function copyOf(
  own: string,
  copy: string,
  tagged: string,
  tell = (start: number, end: number): string => copy.slice(start, end),
): readonly string[] {
  const finder = createCopyFinder();
  finder.add({ id: 'own', text: own });
  finder.add({ id: 'copy', text: copy });
  const start = own.indexOf(tagged);
  const { occurrences } = finder.copiesOf('own', { start, end: start + tagged.length });
  return occurrences
    .slice(1)
    .flatMap(({ start: from, end, ranges }) =>
      (ranges ?? [{ start: from, end }]).map((range) => tell(range.start, range.end)),
    );
}
