import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryNameFault, nameKey } from '../archive/entry-name.ts';
import { createFileNames, safeFileName } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['a path out of the folder', '../../x', '_.._x'],
    ['a path out of it on Windows', '..\\..\\x', '_.._x'],
    ['a path from the root', '/etc/passwd', '_etc_passwd'],
    ['a drive', 'C:\\x', 'C__x'],
    ['a device', 'CON', '_CON'],
    ['a device with an ending', 'com1.txt', '_com1.txt'],
    ['a device with a blank before its ending', 'lpt¹ .txt', '_lpt¹ .txt'],
    ['a device of consoles', 'CONOUT$', '_CONOUT$'],
    ['a name that only begins like one', 'console', 'console'],
    ['nothing', '', 'document'],
    ['dots alone', '...', 'document'],
    ['spaces alone', ' \n\t\u00a0', 'document'],
    ['a hidden file', '.bashrc', 'bashrc'],
    ['trailing dots and spaces', 'name. . .', 'name'],
    ['wildcards and quotation marks', 'who?*"<|>:', 'who_______'],
    ['line ends', 'one\ntwo\r\n', 'one two'],
    ['bidi overrides', 'invoice\u202etxt.exe', 'invoicetxt.exe'],
    ['characters that cannot be seen', 'a\u200b\u2066b\u0000\u001bc', 'abc'],
    ['half a character', 'a\ud800b', 'a_b'],
    ['emoji', '😀 claims', '😀 claims'],
    ['another script', 'ادعاء', 'ادعاء'],
    ['a letter and its mark', 'e\u0301', 'é'],
    ['a letter and its mark with something unseen between', 'e\u200d\u0301', 'é'],
  ])('of %s is safe', (_, name, safe) => expect(safeFileName(name)).toBe(safe));

  it('of 300 characters is shortened between two of them, and ends with none that a system drops', () => {
    expect(safeFileName('x'.repeat(300))).toBe('x'.repeat(120));
    expect(safeFileName(`a${'😀'.repeat(300)}`)).toBe(`a${'😀'.repeat(29)}`);
    expect(safeFileName(`${'x'.repeat(118)}. . . x`)).toBe('x'.repeat(118));
  });

  it('of a whole book is found as soon', () => expect(safeFileName('x '.repeat(5_000_000)).length).toBe(119));
});

describe('names of files', () => {
  const given = (...names: readonly string[]): readonly string[] => names.map(createFileNames());

  it('that are the same are numbered', () => expect(given('a', 'a', 'a')).toEqual(['a', 'a (2)', 'a (3)']));

  it.each([
    ['case', 'Straße', 'STRASSE'],
    ['the case of a last sigma', 'λόγος', 'λόγοσ'],
    ['composition', 'é', 'e\u0301'],
    ['what cannot be seen', 'claim', 'cl\u200baim'],
    ['a separator', 'a/b', 'a\\b'],
  ])('that differ in %s alone are numbered', (_, one, other) => {
    const [first = '', second = ''] = given(one, other);
    expect(second).toMatch(/ \(2\)$/u);
    expect(nameKey(first)).not.toBe(nameKey(second));
  });

  it('are not given twice where one has a number by itself', () =>
    expect(given('a', 'a (2)', 'a', 'a (2)')).toEqual(['a', 'a (2)', 'a (3)', 'a (2) (2)']));

  it('that are numbered are taken in every case, too', () =>
    expect(given('straße', 'straße', 'STRASSE (2)')).toEqual(['straße', 'straße (2)', 'STRASSE (2) (2)']));

  it('may be a hundred thousand times the same', () => {
    const name = createFileNames();
    const all = Array.from({ length: 100_000 }, () => name('document'));
    expect([new Set(all).size, all.at(-1)]).toEqual([100_000, 'document (100000)']);
  });

  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        'A',
        '.',
        ' ',
        '/',
        '\\',
        'é',
        'E\u0301',
        '\u200d',
        '😀',
        '\u202e',
        '(2)',
        'ß',
        'ẞ',
        's',
      ),
      maxLength: 6,
    }),
    fc.constantFrom('con', 'CON ', 'nul.', 'a', 'A', 'a (2)', 'x'.repeat(300), '中'.repeat(300)),
  );

  it('are always safe, short enough for a number and an ending, and no two the same on any system', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 12 }), (names) => {
        const all = given(...names);
        expect(new Set(all.map(nameKey)).size).toBe(all.length);
        for (const name of all) {
          expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^[. ]|[. ]$|^$/u);
          expect(name).not.toMatch(/^(?:con|nul)(?:\.|$)/iu);
          expect([name.isWellFormed(), name.normalize('NFC') === name]).toEqual([true, true]);
          expect(entryNameFault(`${name}.txt`)).toBeNull();
          expect(Buffer.byteLength(`${name}.annotations.json`)).toBeLessThanOrEqual(255);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
