import { tokenise, type Tokens } from '#shared/text/tokens.ts';

/** The words of documents split lately: a tag asks for those of each document it finds several times. */
export interface TokenCache {
  (slot: number, text: () => string): Tokens;
  /** After a transaction was taken back, and with it numbers that will be given out again. */
  readonly forget: () => void;
}

/** Words kept in all, of one document at the least: some twenty bytes each. */
const MOST_WORDS = 200_000;

export function createTokenCache(): TokenCache {
  const known = new Map<number, Tokens>();
  let words = 0;
  const tokensOf = (slot: number, text: () => string): Tokens => {
    const kept = known.get(slot);
    if (kept !== undefined) return kept;
    const tokens = tokenise(text());
    known.set(slot, tokens);
    words += tokens.count;
    for (const [oldest, gone] of known) {
      if (words <= MOST_WORDS || known.size === 1) break;
      known.delete(oldest);
      words -= gone.count;
    }
    return tokens;
  };
  return Object.assign(tokensOf, {
    forget: () => {
      known.clear();
      words = 0;
    },
  });
}
