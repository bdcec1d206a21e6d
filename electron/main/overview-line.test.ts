import { expect, it } from 'vitest';
import { overviewLine } from './overview-line.ts';

it('says what is open and where', () => {
  expect(overviewLine({ documents: 5, groups: 1, sharedPassages: 9 }, '/d/Five articles.variorum')).toBe(
    'Variorum is open: 5 documents, 1 group, 9 shared passages — /d/Five articles.variorum',
  );
});

it('counts one and none right', () => {
  expect(overviewLine({ documents: 1, groups: 0, sharedPassages: 1 }, '/p')).toBe(
    'Variorum is open: 1 document, 0 groups, 1 shared passage — /p',
  );
});
