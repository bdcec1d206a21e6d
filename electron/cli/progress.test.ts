import { expect, it } from 'vitest';
import { createProgress, progressText } from './progress.ts';

it('says how many documents are done, how fast, and how long it will take', () => {
  expect(progressText(1920, 0.25, 3)).toBe('1,920 documents, 640 a second, 9 s left');
  expect(progressText(1920, 0.01, 3)).toBe('1,920 documents, 640 a second, 5 min left');
  expect(progressText(0, 0, 0)).toBe('0 documents, 0 a second');
});

it('writes its line anew five times a second at most, and takes it away at the end', () => {
  const written: string[] = [];
  let time = 0;
  const progress = createProgress({ write: (text) => written.push(text) }, () => time);
  for (time = 0; time < 1000; time += 50) progress.show(time, time / 1000);
  progress.clear();
  expect(written.map((text) => text.replace('\u001b[K', '').replace('\r', ''))).toEqual([
    '200 documents, 1,000 a second, 1 s left',
    '400 documents, 1,000 a second, 1 s left',
    '600 documents, 1,000 a second, 1 s left',
    '800 documents, 1,000 a second, 1 s left',
    '',
  ]);
});
