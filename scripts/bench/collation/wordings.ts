/** Tables of the generator: what editors change one word into, and the lines that sites put around a story. */

/** Aliases, spellings and titles, both ways where both are met. */
export const ALIASES: readonly (readonly [string, string])[] = [
  ['ISIL', 'ISIS'],
  ['ISIS', 'ISIL'],
  ['Islamic State', 'IS'],
  ['Islamic State', 'ISIS'],
  ['U.S.', 'US'],
  ['U.S.', 'American'],
  ['US', 'U.S.'],
  ['United States', 'U.S.'],
  ['percent', 'per cent'],
  ['per cent', 'percent'],
  ['defense', 'defence'],
  ['Defense', 'Defence'],
  ['center', 'centre'],
  ['labor', 'labour'],
  ['favor', 'favour'],
  ['program', 'programme'],
  ['organization', 'organisation'],
  ['said', 'told reporters'],
  ['said', 'says'],
  ['says', 'said'],
  ['Kiev', 'Kyiv'],
  ['President', 'Pres.'],
  ['Governor', 'Gov.'],
  ['Gov.', 'Governor'],
  ['Sen.', 'Senator'],
  ['Rep.', 'Representative'],
  ['government', 'administration'],
  ['do not', 'don’t'],
  ['don’t', 'do not'],
  ['it is', 'it’s'],
  ['cannot', 'can’t'],
  ['September', 'Sept.'],
  ['million', 'mn'],
];

/** Titles that are left out. */
export const TITLES: readonly string[] = ['Mr. ', 'Ms. ', 'Mrs. ', 'Dr. ', 'President ', 'Secretary '];

export const PUT_WORDS: readonly string[] = [
  ...'also reportedly now still later previously recently strongly largely allegedly apparently again'.split(' '),
  ...'then already only even newly increasingly clearly effectively officially local senior former'.split(' '),
];

export const BRACKETS: readonly string[] = [
  '[sic]',
  '[the group]',
  '[in the region]',
  '[Russia]',
  '[the Islamic State (IS)]',
  '(see below)',
  '[Obama]',
  '[emphasis added]',
  '[last year]',
];

/** At most 45 units with a name put in: an attribution never breaks a passage (`GAP`). */
export const ATTRIBUTIONS: readonly string[] = [
  'NAME said',
  'NAME told reporters',
  'he said',
  'she added',
  'NAME added',
  'the official said',
  'NAME said on Friday',
];

export const NAMES: readonly string[] = [
  'Carter',
  'Lavrov',
  'Alvarez',
  'the spokesman',
  'Ms. Okafor',
  'Steinberg',
  'Li',
];

export const FURNITURE: readonly string[] = [
  'Read more',
  'Share:',
  'Advertisement',
  'Leave a Reply',
  'Story continues below',
  'ADVERTISEMENT',
  'Related: What you need to know this morning',
  'Sign up for our daily newsletter',
  'Click here to subscribe',
  'Photo: Getty Images',
];

export const DATELINES: readonly string[] = [
  'WASHINGTON (AP) — ',
  'LONDON, Jan. 12 – ',
  'MOSCOW — ',
  'By JOHN SMITH | Staff Writer\n\n',
  'By Ana Petrova, Special to the Gazette\n\n',
  '(Reuters) - ',
  'Posted on 12 March 2015 at 10:42\n\n',
  'BAGHDAD, Iraq — ',
];

export const SLUGS: readonly string[] = ['RUSSIA-SYRIA/CARTER', 'BC-US--STATEMENT, 2ND LD', 'URGENT: ', 'UPDATE 2-'];

export const COPYRIGHTS: readonly string[] = [
  'Copyright 2015 The Associated Press. All rights reserved.',
  '© 2016 Gazette Media Group. This material may not be published, broadcast, rewritten or redistributed.',
  'Copyright 2016 by the authors. To see more, visit our site.',
  '© Copyright 2015. All rights reserved.',
];
