import { wordNumber } from '#shared/text/word-number.ts';
import { FUNCTION_WORDS } from './function-words.ts';

/** Function words by number, each at the first free place from its own on; 0 is free. */
const SLOTS = 1024;
const functionNumbers = new Int32Array(SLOTS);
for (const word of FUNCTION_WORDS) {
  const number = wordNumber(word);
  let slot = slotOf(number);
  while (functionNumbers[slot] !== 0) slot = (slot + 1) % SLOTS;
  functionNumbers[slot] = number;
}

/** `isFunctionWord` by the word's number. */
export function isFunctionNumber(word: number): boolean {
  let slot = slotOf(word);
  for (let held = functionNumbers[slot]; held !== 0; held = functionNumbers[slot]) {
    if (held === word) return true;
    slot = (slot + 1) % SLOTS;
  }
  return false;
}

function slotOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> 22;
}
