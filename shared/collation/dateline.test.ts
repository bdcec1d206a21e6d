import { expect, test } from 'vitest';
import { datelineOf } from './dateline.ts';
import { indexDocument } from './indexed-document.ts';

/** The words behind the dateline of a line, as far as there is one. */
function storyOf(text: string): string {
  const document = indexDocument({ id: 'one', text }, 0);
  return text.slice(document.tokens.starts[datelineOf(document)]);
}

const STORY = 'Ferries were late again';

test.each([
  'WASHINGTON (AP) — ',
  'ST. LOUIS (AP) — ',
  'WASHINGTON, D.C. — ',
  'KABUL, Jan. 5 (Reuters) - ',
  'LONDON, 12 March 2015 – ',
  'MOSCOW -- ',
  'MOSCOW—',
  'OSLO &mdash; ',
  'PORT-AU-PRINCE, Haiti (AFP) – ',
  'N’DJAMENA, Chad — ',
  'McALLEN, Texas (AP) — ',
  'SÃO PAULO - ',
  'NEW YORK/LONDON (Reuters) - ',
  'AIN AL-ASAD AIR BASE, Iraq — ',
  '(Reuters) - ',
  '(Harbour News) -- ',
  'Beirut (AFP) – ',
  'New York (CNN) -- ',
  'Paris, Nov. 14 (Xinhua) -- ',
])('%j is a dateline', (dateline) => {
  expect(storyOf(`${dateline}${STORY}.`)).toBe(`${STORY}.`);
});

test('a dateline may stand before a quotation, a bracket or a number', () => {
  const firsts = ['“Ferries', '&ldquo;Ferries', '[Ferries]', '300 ferries'].map((first) =>
    storyOf(`OSLO — ${first} were late.`),
  );
  expect(firsts).toEqual(['Ferries were late.', 'Ferries were late.', 'Ferries] were late.', '300 ferries were late.']);
});

test.each([
  'The president said he would veto – Ferries were late.',
  'Mr Smith runs pre- and post-war ferries.',
  'Donald Trump - Ferries were late.',
  'Donald Trump — The ferries were late.',
  'NATO — the alliance of the north — was late.',
  'FERRIES LATE AND HARBOUR CLOSED AGAIN — Nobody said why.',
  'BREAKING: OSLO — Ferries were late.',
  'US – China ferries were late.',
  'PRE- AND POST-WAR FERRIES',
  'OSLO-BERGEN FERRIES WERE LATE',
  'Jane Roe (R) – The senator of the coast was late.',
  'Islamic State (the group) – Ferries were late.',
  'WASHINGTON (the capital) – Ferries were late.',
  'He lives in OSLO (AP) — Ferries were late.',
  'OSLO. They said (AP) — Ferries were late.',
  'OSLO\n- Ferries were late.',
  'OSLO\nFerries — They were late.',
  '- Ferries were late.',
  '— Ferries were late.',
])('no dateline in %j', (text) => {
  expect(datelineOf(indexDocument({ id: 'one', text }, 0))).toBe(0);
});
