/** Folded words that turn a statement round: English, then German, French, Spanish and Russian. */
const NEGATIONS = new Set(
  `not no never none nobody nothing nowhere nor neither without cannot hardly
  dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt cant couldnt shouldnt
  mustnt neednt mightnt shant oughtnt darent aint
  nicht kein keine keinen keinem keiner keines nie niemals nichts ohne
  pas jamais rien aucun aucune
  nunca nadie ningun ninguna tampoco
  не нет ни никогда никто ничего без`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Number words by value. "One" is left out: it is more often a pronoun than a count. */
const NUMBERS = new Map<string, string>(
  Object.entries({
    zero: '0',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    thirteen: '13',
    fourteen: '14',
    fifteen: '15',
    sixteen: '16',
    seventeen: '17',
    eighteen: '18',
    nineteen: '19',
    twenty: '20',
    thirty: '30',
    forty: '40',
    fifty: '50',
    sixty: '60',
    seventy: '70',
    eighty: '80',
    ninety: '90',
    hundred: 'hundred',
    hundreds: 'hundred',
    thousand: 'thousand',
    thousands: 'thousand',
    million: 'million',
    millions: 'million',
    billion: 'billion',
    billions: 'billion',
    trillion: 'trillion',
    dozen: 'dozen',
    dozens: 'dozen',
    half: 'half',
    twice: 'twice',
  }),
);

const HAS_DIGIT = /\p{Nd}/u;

/**
 * What a folded word says of a number or a negation, so that two wordings can be compared: "five"
 * and "5" say the same, "not" and "n't" too. Undefined for every other word.
 */
export function guardValue(word: string): string | undefined {
  if (NEGATIONS.has(word)) return 'not';
  return NUMBERS.get(word) ?? (HAS_DIGIT.test(word) ? word : undefined);
}

/** True when the words of two wordings say the same numbers and negate as often, in any order. */
export function isGuardKept(one: readonly (string | undefined)[], other: readonly (string | undefined)[]): boolean {
  const tally = (values: readonly (string | undefined)[]): string =>
    values
      .filter((value) => value !== undefined)
      .toSorted()
      .join(' ');
  return tally(one) === tally(other);
}
