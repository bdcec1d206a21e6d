import { describe, expect, it } from 'vitest';
import { createAligner } from './alignment.ts';
import { isLink } from './detection.ts';
import { noEquivalents } from './equivalents.ts';
import { indexDocument } from './indexed-document.ts';

/** Whether two texts are linked, and how many words their copied stretches have in common. */
function linked(one: string, other: string): string {
  const [a, b] = [indexDocument({ id: 'a', text: one }, 1), indexDocument({ id: 'b', text: other }, 2)];
  const alignment = createAligner(a, noEquivalents).align(b);
  const words = alignment.stretches.reduce((sum, stretch) => sum + stretch.words, 0);
  return `${isLink(alignment) ? 'linked' : 'not linked'}, ${words} words`;
}

const seven = 'seven grey ships sailed under heavy guns';

describe('two documents are linked', () => {
  it('by eight words in a row', () => {
    expect(linked(`Yesterday ${seven} again.`, `Then ${seven} again, it seems.`)).toBe('linked, 8 words');
    expect(linked(`Yesterday ${seven} anew.`, `Then ${seven} again, it seems.`)).toMatch(/^not linked/u);
  });

  it('by no word that is only half of another', () => {
    expect(linked(`${seven} news gathering`, `${seven} newsgathering`)).toMatch(/^not linked/u);
    expect(linked(`${seven} and news gathering`, `${seven} and newsgathering`)).toMatch(/^linked/u);
  });

  it('by no word of page furniture, and nothing of it is aligned', () => {
    const [mine, theirs] = ['Share this article:', 'All rights reserved by the publisher'];
    expect(linked(`${seven}\n${mine}\nbut nobody saw`, `${seven}\n${theirs}\nas was said`)).toBe('not linked, 7 words');
    expect(linked(`${seven}\n${mine}\nbut nobody saw`, `${seven}\n${mine}\nas was said`)).toBe('not linked, 7 words');
  });
});
