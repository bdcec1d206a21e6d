import type { IndexedDocument } from './indexed-document.ts';

/** A dateline ends this early, in UTF-16 units. */
const LONGEST = 80;

/** So it has no more words. */
export const LONGEST_DATELINE = LONGEST / 2;

/** A dash; a short one joins two words where no space stands behind it. */
const DASH = /[^\S\n]?(?:(?:[\u2014\u2015]|--|&mdash;|&#8212;)\s?|(?:[\u2013-]|&ndash;|&#8211;)\s)/u;

/** A place, if one is named, with its state and the day, and an agency in brackets, if one is named. */
const LABEL = /^\s*(?<place>[^()\n]*?)\s*(?:\((?<agency>[^()\n]{2,40})\))?$/u;

/** No word of it is in lower case: a clause has such words. */
const PLACE = /^(?:[\p{Lu}\p{Lo}\d][\p{L}\p{M}\d.'’/-]*(?:,?\s+|,|$))*$/u;

/** Only before one of these a place is told from a person's name that is not in capitals. */
const AGENCIES: ReadonlySet<string> = new Set(
  'AP AFP ANI ANSA Anadolu BBC Bloomberg CNN CNNMoney DPA EFE IANS Interfax Kyodo NPR PTI Reuters TASS UPI Xinhua Yonhap dpa'.split(
    ' ',
  ),
);

/**
 * Words of the dateline that a text begins with: `WASHINGTON (AP) —`, `KABUL, Jan. 5 (Reuters) -`, `Beirut (AFP) –`. That
 * is a place in capitals, an agency in brackets, or both, before a dash; a clause is none, whatever dash stands in it.
 */
export function datelineOf(document: IndexedDocument): number {
  const { text } = document;
  const opening = text.slice(0, LONGEST);
  const dash = DASH.exec(opening);
  if (dash === null) return 0;
  const end = dash.index + dash[0].length;
  if (!isDateline(opening.slice(0, dash.index), dash[0], text.slice(end, end + LONGEST))) return 0;
  // Not before it is known to be one: to split a text takes longer than to look at its beginning.
  const { tokens } = document;
  let words = 0;
  while (words < tokens.count && (tokens.ends[words] ?? end) <= end) words += 1;
  return words;
}

function isDateline(label: string, dash: string, rest: string): boolean {
  const { place, agency } = LABEL.exec(label)?.groups ?? {};
  if (place === undefined || !PLACE.test(place)) return false;
  if (agency !== undefined) {
    if (AGENCIES.has(agency)) return true;
    return /^\p{Lu}/u.test(agency) && (place === '' || isInCapitals(place));
  }
  // PRE- AND POST-WAR: a short dash behind a place alone has space on both sides.
  const isApart = /[\u2014\u2015]|--|mdash|8212/u.test(dash) || /^\s/u.test(dash);
  // NATO — the alliance — is no place: behind one a sentence begins.
  return isApart && isInCapitals(place) && !/^[^\p{L}\p{N}]*\p{Ll}/u.test(rest.replaceAll(/&#?\w+;/gu, ''));
}

/** US – China is no place, and a headline in capitals is none. */
const LEAST_LETTERS = 3;
const MOST_WORDS = 5;

/** True for ST. LOUIS and WASHINGTON, D.C. and McALLEN, Texas: what stands before the first comma counts. */
function isInCapitals(place: string): boolean {
  const [first = ''] = place.replace(/\bMa?c(?=\p{Lu})/u, '').split(',');
  if (/\p{Ll}/u.test(first) || first.split(/\s+/u).length > MOST_WORDS) return false;
  return (first.match(/\p{Lu}/gu)?.length ?? 0) >= LEAST_LETTERS;
}
