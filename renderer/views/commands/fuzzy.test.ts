import { describe, expect, it } from 'vitest';
import { createFinder } from './fuzzy.ts';

const best = (typed: string, ...names: readonly string[]): readonly string[] =>
  createFinder(names, (name) => name)(typed, 10);

describe('finding by name', () => {
  it('needs every typed letter, in order', () => {
    expect(best('ecsv', 'Export as CSV')).toEqual(['Export as CSV']);
    expect(best('vsc', 'Export as CSV')).toEqual([]);
  });

  it('prefers the words as they were typed to letters strewn about', () => {
    expect(best('dark', 'Documents are kept', 'Dark theme')).toEqual(['Dark theme', 'Documents are kept']);
  });

  it('prefers the beginning of a word', () => {
    expect(best('port', 'Import files', 'Portrait of a town')).toEqual(['Portrait of a town', 'Import files']);
  });

  it('does not mind case and accents', () => {
    expect(best('resume', 'Résumé')).toEqual(['Résumé']);
  });

  it('keeps the given order when nothing was typed', () => {
    expect(best('', 'b', 'a')).toEqual(['b', 'a']);
  });
});
