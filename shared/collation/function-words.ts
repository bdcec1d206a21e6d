/** The folded words that `isFunctionWord` is true of. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after all also am an and any are as at be because been before being but by can could did
  do does done down for from get go got had has have having he her here hers him his how i if in
  into is it its just like made make may me might more most much must my no nor not now of off on
  once one only or other our ours out over own per said say says she should so some such than that
  the their theirs them then there these they this those through to too under until up us very was
  we were what when where which while who whom whose why will with would you your yours theyre
  hes shes its thats theres were ive id im youre weve theyve dont didnt doesnt isnt wasnt wont cant`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/**
 * True for a frequent English word that carries grammar rather than meaning. It only weighs: such a
 * word seeds and matches like any other, but a row of them alone is no evidence of copying.
 */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
