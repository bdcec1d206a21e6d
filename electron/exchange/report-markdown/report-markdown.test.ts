import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedSet, documentOf, goldenSet, setOf, t1 } from '../testing/golden-set.ts';
import { writtenTexts } from '../testing/memory-source.ts';
import { escapeMarkdown, plainLine } from './escape.ts';
import { markdownReportFormat } from './format.ts';

describe('the Markdown report', () => {
  it('says of the golden document just this', async () => {
    expect((await writtenTexts(goldenSet, markdownReportFormat))['']).toBe(
      [
        '# Golden',
        '',
        '1 document · 3 passages · 3 occurrences',
        '',
        '| Labels: passages · occurrences | |',
        '| :-- | :-- |',
        '| Claim (claim), key 1 | 1 · 1 |',
        '| Rebuttal (rebuttal), key 2 | 1 · 1 |',
        '| Editorial insertion (editorial-insertion), key 3 | 1 · 1 |',
        '',
        String.raw`## 1\. Title of doc1`,
        '',
        String.raw`The Paper · A. Writer · 2026-02-28 · https\://paper.example/doc1 · doc1.txt`,
        '',
        '⟦¹A⟧[^1]😀⟦²B ⟦³claims⟧[^2] C.',
        '',
        'D⟧[^3] ⟦¹denies⟧[^1] it.',
        '',
        String.raw`[^1]: **Editorial insertion**<br>Anna · 2026-03-01T10\:20\:30.400Z`,
        String.raw`[^2]: **Claim**<br>Anna · 2026-03-01T10\:20\:30.400Z`,
        String.raw`[^3]: **Rebuttal**<br>Anna · 2026-03-01T10\:20\:30.400Z<br>see page 3`,
        '',
        '',
      ].join('\n'),
    );
  });

  it('lists what does not count at its end', async () => {
    const text = (await writtenTexts(copiedSet, markdownReportFormat))[''] ?? '';
    expect(text).toContain('## Not counted\\: detached, or waiting for a look'.replace('\\:', ':'));
    expect(text).toContain('<br>Reason: another claim');
  });

  it('keeps a note of several lines in its footnote', async () => {
    const set = setOf([documentOf('doc1', 'A claim', [{ ...t1, start: 2, end: 7, note: 'one\n\n# two\r\n- three' }])]);
    const text = (await writtenTexts(set, markdownReportFormat))[''] ?? '';
    expect(text).toContain(String.raw`<br>one<br><br>\# two<br>\- three`);
  });

  it.each([
    ['# no heading', String.raw`\# no heading`],
    ['- no list', String.raw`\- no list`],
    ['12. no list', String.raw`12\. no list`],
    ['12) no list', String.raw`12\) no list`],
    ['    no code', '&#32;&#32;&#32;&#32;no code'],
    ['no break  ', 'no break&#32;&#32;'],
    ['<b>&amp;</b>', String.raw`\<b\>\&amp;\</b\>`],
    ['*a* _b_ `c` ~d~ $e$', String.raw`\*a\* \_b\_ \`c\` \~d\~ \$e\$`],
    ['[a](b) [^1] ![c](d)', String.raw`\[a\](b) \[\^1\] !\[c\](d)`],
    ['https://a.b www.a.b a@b.c :smile: #7', String.raw`https\://a.b www\.a.b a\@b.c \:smile: \#7`],
    ['===', String.raw`\===`],
    ['| a | b |', String.raw`\| a \| b \|`],
    ['C:\\x', String.raw`C\:\\x`],
  ])('makes no markup of %j', (text, written) => expect(escapeMarkdown(text)).toBe(written));

  it('has every line as it was, once it is read', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('ab1 .)-+=*_`~[]()<>&#!|:@$^\\"\'\t/é😀')), maxLength: 30 }),
        (line) => {
          expect(plainLine(escapeMarkdown(line))).toBe(line);
        },
      ),
      { numRuns: 1000 },
    ));
});
