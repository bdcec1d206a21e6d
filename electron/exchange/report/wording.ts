/** The sentences of a report, the same in every format. */
import type { AnnotatedDocument, AnnotatedOccurrence } from '#shared/domain/annotated-set.ts';
import type { LegendEntry, Report, ReportDocument, ReportOccurrence, UncountedOccurrence } from './report.ts';

export const occurrencesHeading = 'Occurrences';
export const uncountedHeading = 'Not counted: detached, or waiting for a look';
export const legendHeading = 'Labels: passages · occurrences';

export function reportTitle({ project }: Report): string {
  return project === '' ? 'Annotations' : project;
}

/** “3 documents · 2 passages · 5 occurrences”. */
export function totalsLine({ size, passages, occurrences }: Report): string {
  return `${plural(size, 'document')} · ${plural(passages, 'passage')} · ${plural(occurrences, 'occurrence')}`;
}

/** “Claim (claim), key 1”. */
export function legendName({ label, name, key }: LegendEntry): string {
  const id = name === label ? '' : ` (${oneLine(label)})`;
  return `${oneLine(name)}${id}${key === '' ? '' : `, key ${key}`}`;
}

export function legendCounts({ passages, occurrences }: LegendEntry): string {
  return `${passages} · ${occurrences}`;
}

export function documentHeading({ number, document }: ReportDocument): string {
  return `${number}. ${oneLine(titleOf(document))}`;
}

function titleOf({ title, name }: AnnotatedDocument): string {
  return title.trim() === '' ? name : title;
}

/** “The Paper · A. Writer · 2026-02-28 · https://… · doc1.txt”; empty where nothing is known. */
export function documentByline({ document }: ReportDocument): string {
  const { source, author, date, url, name } = document;
  const file = titleOf(document) === name ? '' : name;
  return [source, author, date, url, file]
    .map(oneLine)
    .filter((part) => part !== '')
    .join(' · ');
}

/** What is said of an occurrence besides its label, its note and its reason. */
export function occurrenceFacts(occurrence: AnnotatedOccurrence): string {
  const { annotator, made, status, coverage, own } = occurrence;
  const share = coverage === 1 ? '' : `${Math.round(coverage * 100)} % of the words`;
  const wording = status === 'exact' ? '' : status;
  const origin = own ? '' : 'a copy that was found';
  return [oneLine(annotator), oneLine(made), wording, share, origin].filter((part) => part !== '').join(' · ');
}

/** “The same annotation: 3, 7 and 40 more”. */
export function othersLine({ others, moreOthers }: ReportOccurrence): string {
  if (others.length === 0) return '';
  return `The same annotation: ${others.join(', ')}${moreOthers === 0 ? '' : ` and ${moreOthers} more`}`;
}

export function reasonLine({ reason }: AnnotatedOccurrence): string {
  return reason === '' ? '' : `Reason: ${reason}`;
}

const quoteShown = 200;

/** The words in one line, in part where they are many. */
export function quoteLine({ quote }: Pick<UncountedOccurrence, 'quote'>): string {
  const line = oneLine(quote.slice(0, 4 * quoteShown).toWellFormed());
  const characters = Array.from(line);
  return characters.length <= quoteShown ? `“${line}”` : `“${characters.slice(0, quoteShown).join('')}…”`;
}

/** The same under every title: where an uncounted occurrence stands. */
export function uncountedPlace({ document }: UncountedOccurrence): string {
  return `In document ${document}`;
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
