import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { titleOf } from './title.ts';

describe('the title of a seed', () => {
  it.each([
    ['000_1f2ab917020fb0bb.txt', /^Pentagon Chief Slams Kremlin for 'Virtually Zero' Help in War Against IS$/],
    ['001_4edc83eb83c6ee5b.txt', /^Russia has done “virtually zero” in the fight.*…$/],
    [
      '002_b621e881764f3622.txt',
      /^Pentagon chief claims US fighting ISIS alone, Russia doing ‘virtually zero’ in Syria$/,
    ],
    ['003_252e51077483b211.txt', /^WASHINGTON — .*…$/],
    ['004_8297beeaff1336c6.txt', /^Carter casts doubt on military partnership with Russia$/],
  ])('%s', (file, title) => expect(titleOf(file, readFileSync(`seeds/${file}`, 'utf8'))).toMatch(title));
});

describe('the title of an article', () => {
  const story =
    'The minister said on Monday that nothing had changed since the talks of last week, and that he expected none of it to change soon, whoever asked.';

  it('is its headline, also below a banner', () => {
    expect(titleOf('a.txt', `Subscribe now!\n\nMinister denies all of the claims\n\n${story}`)).toBe(
      'Minister denies all of the claims',
    );
  });

  it('is not a caption below the first paragraph', () => {
    expect(titleOf('a.txt', `${story}\n\nThe minister in his new office`)).toMatch(/^The minister said on Monday.*…$/);
  });

  it('is not a line that ends like a sentence, even inside quotes', () => {
    expect(titleOf('a.txt', '“I know nothing of it at all.”\nMinister says he knows nothing\n')).toBe(
      'Minister says he knows nothing',
    );
  });

  it('is the first line at most 80 characters long, cut at a word, where there is no headline', () => {
    const title = titleOf('a.txt', `\n  \n${story}`);
    expect(Array.from(title).length).toBeLessThanOrEqual(80);
    expect(story.startsWith(`${title.slice(0, -1)} `)).toBe(true);
  });

  it('cuts a first word that never ends between characters, not inside one', () => {
    const title = titleOf('a.txt', '😀'.repeat(200));
    expect(title).toBe(`${'😀'.repeat(79)}…`);
  });

  it('collapses every kind of space', () => {
    expect(titleOf('a.txt', 'Carter\u00a0\u00a0casts \t doubt\u2003on partnership  ')).toBe(
      'Carter casts doubt on partnership',
    );
  });

  it('is the first top heading of a Markdown file, wherever it stands', () => {
    const text = `Minister denies all of the claims\n\n\`\`\`\n# not this one\n\`\`\`\n## nor this\n\n# A short one #\n`;
    expect(titleOf('a.md', text)).toBe('A short one');
    expect(titleOf('a.txt', text)).toBe('Minister denies all of the claims');
  });

  it('drops the marks of a Markdown line that is no top heading', () => {
    expect(titleOf('a.md', '## Minister denies all of the claims\n\nText.')).toBe('Minister denies all of the claims');
  });
});
