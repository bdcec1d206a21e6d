import { expect, test } from 'vitest';
import { alignPair } from './alignment.ts';
import { noEquivalents } from './equivalents.ts';
import { indexDocument } from './indexed-document.ts';

/** What of the second text is found to be the first one's. */
function foundIn(a: string, b: string): readonly string[] {
  const [one, other] = [indexDocument({ id: 'a', text: a }, 1), indexDocument({ id: 'b', text: b }, 2)];
  return alignPair(one, other, noEquivalents).stretches.map(({ fromB, toB }) =>
    b.slice(other.tokens.starts[fromB], other.tokens.ends[toB - 1]),
  );
}

const before = 'Early on Tuesday the harbour master closed both piers because the ferry from Malmo had lost its rudder';
const after = 'while the council voted to keep the old lighthouse open for another winter despite its leaking roof';

test('a clause of which single words are left does not part a passage', () => {
  const clause = 'and nobody on the quay was told anything about the reason before evening came';
  const anew = 'although every passenger near that quay waited hours hearing no given reason until late';
  expect(foundIn(`${before} ${clause} ${after}.`, `${before} ${anew} ${after}.`)).toEqual([
    `${before} ${anew} ${after}`,
  ]);
});

test('a short quotation is drawn from its first word to its last, whatever word was put in after it', () => {
  const source = 'Asked again, she laughed. “There won’t be an agreement this year,” she told the paper.';
  const quoting = 'Ferries were late on Monday. “There now won’t be an agreement this year,” one of them wrote.';
  expect(foundIn(source, quoting)).toEqual(['There now won’t be an agreement this year']);
});
