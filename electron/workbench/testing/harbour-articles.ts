/** Two articles that have a sentence in common, and one that has nothing of it; what a file may say of them. */
import type { ReadSpan } from '#electron/exchange/set/read-document.ts';
import type { Workbench } from '../workbench.ts';
import { wordsIn } from './annotations-import.ts';
import { articleOf, projectWith, valueOf } from './five-articles.ts';
import { places } from './names.ts';

export const words = 'the old harbour office said that thirty ships had left the port before the storm';
export const first = `Yesterday 😀 ${words} came in, and nobody was hurt.`;
export const second = `LONDON (Reuters): On Monday, as we hear, ${words} came. More follows in the evening.`;
export const other = 'Nothing of the kind is to be read in this article, which is about the price of bread and butter.';
export const articles = [articleOf('001.txt', first), articleOf('002.txt', second), articleOf('003.txt', other)];

export const project = (documents = articles): Workbench => projectWith(documents);

/** The sentence, where it stands in the text. */
export const claim = (text: string, rest: Partial<ReadSpan> = {}): ReadSpan => wordsIn(text, words, rest);

export const undo = (workbench: Workbench): void => void valueOf(workbench.call('history.undo', {}));
export const logged = (workbench: Workbench): number => workbench.log().length;

export const reasons = (summary: { readonly problems: readonly { readonly why: string }[] }): readonly string[] =>
  summary.problems.map(({ why }) => why);

/** `claim by Ann: 001 exact, 002 exact` of every annotation. */
export const standing = (workbench: Workbench): readonly string[] =>
  workbench.annotations().map(
    ({ label, annotator, occurrences }) =>
      `${label} by ${annotator}: ${places(workbench, occurrences)
        .map((place) => place.replace(/\[.*\) /u, ''))
        .join(', ')}`,
  );
