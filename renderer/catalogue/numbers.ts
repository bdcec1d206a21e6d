/** Numbers and plurals as they are read on screen. */
const whole = new Intl.NumberFormat('en');
const rules = new Intl.PluralRules('en');

/** 4956 → “4,956”. */
export function numberText(value: number): string {
  return whole.format(value);
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** For narrow places, with the exact number in the tooltip: 12345 → “12.3K”. Up to 9,999 it is exact. */
export function shortNumberText(value: number): string {
  return value < 10_000 ? numberText(value) : compact.format(value);
}

/** A share of 0…1 in whole per cent; what is not quite nothing or not quite all does not claim to be. */
export function percentText(share: number): string {
  const rounded = Math.round(share * 100);
  const honest = share > 0 && rounded === 0 ? 1 : share < 1 && rounded === 100 ? 99 : rounded;
  // The number and its sign stay on one line.
  return `${honest}\u00a0%`;
}

/** “1 passage”, “2 passages”. */
export function counted(value: number, one: string, other: string): string {
  return `${numberText(value)} ${rules.select(value) === 'one' ? one : other}`;
}

const passagesText = (value: number): string => counted(value, 'passage', 'passages');
const occurrencesText = (value: number): string => counted(value, 'occurrence', 'occurrences');
export const charactersText = (value: number): string => counted(value, 'character', 'characters');
export const placesText = (value: number): string => counted(value, 'place', 'places');
/** The two numbers in words: “2 passages, 5 occurrences”. */
export function countsText(counts: { readonly passages: number; readonly occurrences: number }): string {
  return `${passagesText(counts.passages)}, ${occurrencesText(counts.occurrences)}`;
}
