import { describe, expect, it } from 'vitest';
import { exportChoicesSchema } from '#shared/contract/export-choices.ts';
import { lossText } from '#renderer/catalogue/export.ts';
import { choicesOf, type ExportChoice } from './export-choice.ts';

const everything: ExportChoice = {
  format: 'csv',
  labels: null,
  annotators: null,
  statuses: null,
  within: 'all',
  rows: 'occurrences',
  text: true,
  folder: false,
};
const place = { document: 'd1', group: 'g1' };

describe('what is chosen in the export dialog', () => {
  it('asks for all where all are chosen, so that what comes to be meanwhile goes out, too', () => {
    expect(choicesOf(everything, place)).toEqual({
      format: 'csv',
      text: true,
      scope: { within: { type: 'all' }, rows: 'occurrences' },
    });
  });

  it('asks for what is chosen, in the form of the contract', () => {
    const some: ExportChoice = {
      ...everything,
      labels: new Set(['claim']),
      annotators: new Set(),
      statuses: new Set(['detached', 'exact', 'gone']),
      within: 'group',
      rows: 'passages',
    };
    const choices = choicesOf(some, place);
    expect(exportChoicesSchema.parse(choices)).toEqual(choices);
    expect(choices.scope).toEqual({
      labels: ['claim'],
      annotators: [],
      statuses: ['exact', 'detached'],
      within: { type: 'group', group: 'g1' },
      rows: 'passages',
    });
  });

  it.each([
    ['document', { type: 'document', document: 'd1' }],
    ['group', { type: 'group', group: 'g1' }],
  ] as const)('this %s is the one that is open, and the whole project where none is', (within, asked) => {
    expect(choicesOf({ ...everything, within }, place).scope.within).toEqual(asked);
    const nowhere = { document: null, group: null };
    expect(choicesOf({ ...everything, within }, nowhere).scope.within).toEqual({ type: 'all' });
  });
});

it.each([
  ['Not in the file: notes (2: “a”, “b”).', 'Notes (2: “a”, “b”).'],
  [
    'Other programs do not see which ranges belong together (1: “x”).',
    'Other programs do not see which ranges belong together (1: “x”).',
  ],
])('a loss stands under its heading: %s', (sentence, shown) => {
  expect(lossText(sentence)).toBe(shown);
});
