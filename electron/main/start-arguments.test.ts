import { describe, expect, it } from 'vitest';
import { projectArgument } from './start-arguments.ts';

const from = (argv: readonly string[], fromFolder = true) => projectArgument({ argv, fromFolder, folder: '/home/ann' });

describe('the project named on the command line', () => {
  it.each<[readonly string[], string | null]>([
    [['electron', '.'], null],
    [['electron', '.', 'carter.variorum'], '/home/ann/carter.variorum'],
    [['electron', '.', '/data/carter.variorum'], '/data/carter.variorum'],
    [['electron', '--no-sandbox', '/app', '--lang=de', 'carter.variorum'], '/home/ann/carter.variorum'],
    [['electron', '-r', 'hook.cjs', '/app', 'carter.variorum'], '/home/ann/carter.variorum'],
    [['electron', '/app', 'notes.txt', 'carter.VARIORUM'], '/home/ann/carter.VARIORUM'],
    [['electron', '/app', 'notes.txt'], '/home/ann/notes.txt'],
    [['electron', '--require', 'hook.cjs', '-r', 'other.cjs', '/app', 'notes.txt'], '/home/ann/notes.txt'],
    [['electron', '/app', '--', '-dashed.variorum'], '/home/ann/-dashed.variorum'],
    [['electron', '/app', ''], null],
    [['electron'], null],
  ])('in %j is %s', (argv, project) => {
    expect(from(argv)).toBe(project);
  });

  it('follows the program itself where the app is packaged', () => {
    expect(from(['variorum', 'carter.variorum'], false)).toBe('/home/ann/carter.variorum');
    expect(from(['variorum'], false)).toBeNull();
  });
});
