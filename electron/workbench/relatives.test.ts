import { expect, test } from 'vitest';
import { articlesOf } from './testing/copies.ts';
import { projectWith } from './testing/five-articles.ts';

test('variants are listed against every document that shares a stretch, also beyond those that a margin mark names', () => {
  const quote = Array.from({ length: 20 }, (_, at) => `quoted${at}`).join(' ');
  const edited = quote.replace('quoted9', 'rephrased');
  const hosts = Array.from({ length: 70 }, (_, at) => {
    const own = Array.from({ length: 30 }, (__, word) => `own${at}x${word}`).join(' ');
    return `${own}. ${at === 0 ? quote : edited}. ${own}`;
  });
  const workbench = projectWith(articlesOf(hosts));
  const first = workbench.documents().find(({ id }) => workbench.text(id).includes('quoted9'));
  const against = new Set([...workbench.variants(first?.id ?? '')].map((variant) => variant.against));
  expect(against.size).toBe(69);
  workbench.close();
});
