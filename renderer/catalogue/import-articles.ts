import type { PreviewedArticle, PreviewStatus, PreviewTotals } from '#shared/contract/import-preview.ts';
import { charactersText, counted, numberText } from './numbers.ts';

const articles = (count: number): string => counted(count, 'article', 'articles');

export const importArticlesText = {
  name: 'Import',
  lookedAt: (done: number) => `${articles(done)} so far`,
  cancelled: 'This was stopped before the end: what is listed is not all.',
  comeIn: ({ new: fresh, changed }: PreviewTotals) =>
    fresh + changed === 0
      ? 'Nothing comes in.'
      : `${articles(fresh + changed)} ${fresh + changed === 1 ? 'comes' : 'come'} in`,
  length: (length: number) => charactersText(length),
  /** @param asking of the refused, those that a decision would let in */
  totals: ({ changed, there, refused }: PreviewTotals, asking: number): readonly string[] => [
    ...(changed > 0
      ? [`${numberText(changed)} of them ${changed === 1 ? 'a changed version' : 'changed versions'}`]
      : []),
    ...(there > 0 ? [`${numberText(there)} there already`] : []),
    ...(refused > asking ? [`${numberText(refused - asking)} refused`] : []),
    ...(asking > 0 ? [`${numberText(asking)} to decide about`] : []),
  ],
  more: (count: number) => `… and ${articles(count)} more.`,
  decisions: (count: number) => counted(count, 'file to decide about', 'files to decide about'),
  likeliest: (count: number) => `Take the first reading of all ${numberText(count)}`,
  encoding: (file: string) => `How is “${file}” to be read? It is not UTF-8.`,
  encodingExplained: 'Choose the reading in which every letter is right.',
  columns: (file: string) => `Which column of “${file}” is the text?`,
  columnNames: {
    text: 'Text',
    title: 'Title',
    identifier: 'Identifier',
    source: 'Published by',
    author: 'Author',
    date: 'Date',
    url: 'Address',
  },
  noColumn: 'None',
  chooseColumn: 'Choose…',
  firstRecords: 'The first records',
} as const;

export const articleStatusText: Readonly<Record<PreviewStatus, { readonly word: string; readonly heading: string }>> = {
  new: { word: 'new', heading: 'New' },
  changed: { word: 'changed', heading: 'Changed versions of articles that are here' },
  there: { word: 'there', heading: 'There already' },
  refused: { word: 'refused', heading: 'Refused' },
};

/** Where it is from, in the words of a list: “story.txt · 4,956 characters · The Guardian · 2015-10-06”. */
export function articleFacts(row: PreviewedArticle): string {
  const { name, title, inside, line, length, encoding, source, author, date, status } = row;
  const where = inside === '' ? name : inside.slice(1);
  return [
    ...(where === (title === '' ? name : title) ? [] : [where]),
    // Why it is refused says the line, too.
    ...(line > 0 && status !== 'refused' ? [`line ${numberText(line)}`] : []),
    ...(status === 'refused' ? [] : [charactersText(length)]),
    ...(encoding === '' || encoding.toLowerCase() === 'utf-8' ? [] : [encoding]),
    ...[source, dayOf(date), author].filter((fact) => fact !== ''),
  ].join(' · ');
}

/** `2015-10-06` of a time to the second, and whatever else stands there as it is. */
function dayOf(date: string): string {
  return /^(\d{4}-\d{2}-\d{2})T/u.exec(date)?.[1] ?? date;
}
