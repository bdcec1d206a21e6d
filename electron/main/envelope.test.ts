import { describe, expect, it } from 'vitest';
import { isTooLarge, messageLimit } from './envelope.ts';

describe('a message', () => {
  it('with the longest quote is not too large', () => {
    expect(isTooLarge({ version: 1, method: 'annotation.tag', input: { quote: 'x'.repeat(5_000_000) } })).toBe(false);
  });

  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  let deep: unknown = 0;
  for (let i = 0; i < 100_000; i++) deep = [deep];

  it.each<[string, unknown]>([
    ['of one long string', 'x'.repeat(messageLimit + 1)],
    ['of many strings', Array.from({ length: 500 }, () => 'x'.repeat(20_000))],
    ['with a long key', { ['x'.repeat(messageLimit + 1)]: 1 }],
    ['with a long list', { input: Array.from({ length: 2_000_000 }, () => 0) }],
    ['with a large buffer', new Uint8Array(messageLimit + 1)],
    ['with a large map', new Map(Array.from({ length: 2_000 }, (_, i) => [i, i]))],
    ['that contains itself', cyclic],
    ['that is nested without end', deep],
  ])('%s is too large', (_name, message) => {
    expect(isTooLarge(message)).toBe(true);
  });

  it.each([undefined, null, 0, Number.NaN, '', true, 12n, new Date(), /x/u])('%s alone is not', (message) => {
    expect(isTooLarge(message)).toBe(false);
  });
});
