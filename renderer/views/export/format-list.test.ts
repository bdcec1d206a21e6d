import { expect, it } from 'vitest';
import type { ListedFormat } from '#shared/contract/export-choices.ts';
import { inFamilies } from './format-list.tsx';

const format = (name: string): ListedFormat => ({
  name,
  title: name,
  purpose: '',
  ending: `.${name}`,
  layout: 'file',
  textOptional: false,
});

it('formats are listed by what one does with them, and one that nobody has sorted yet is listed all the same', () => {
  const families = inFamilies(['pdf', 'brat', 'new-one', 'csv', 'jsonl'].map(format));
  expect(families.map(({ name, formats }) => [name, ...formats.map((one) => one.name)])).toEqual([
    ['Data sets', 'jsonl', 'csv', 'new-one'],
    ['Annotation tools', 'brat'],
    ['Reports to read', 'pdf'],
  ]);
});
