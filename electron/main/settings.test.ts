import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from './settings.ts';

let folder: string;
let file: string;
const open = () => openSettings(file, () => {});
const place = { x: 1, y: 2, width: 900, height: 700, maximized: false };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the settings', () => {
  it('follow the system’s theme at first', () => {
    expect(open().theme()).toBe('system');
  });

  it('remember the theme and the windows over a restart', () => {
    const settings = open();
    settings.setTheme('dark');
    settings.setPlace('/a.variorum', place);
    expect(open().theme()).toBe('dark');
    expect(open().placeOf('/a.variorum')).toEqual(place);
    expect(open().placeOf('/b.variorum')).toBeNull();
  });

  it('keep the later place of a window', () => {
    const settings = open();
    settings.setPlace('/a.variorum', place);
    settings.setPlace('/a.variorum', { ...place, x: 9 });
    expect(open().placeOf('/a.variorum')?.x).toBe(9);
  });

  it.each(['', '[]', '{"theme":"pink","windows":{}}', '{"windows":[{"project":"/a.variorum","place":{"x":"1"}}]}'])(
    'are as at first where the file holds %j',
    (content) => {
      writeFileSync(file, content);
      expect(open().theme()).toBe('system');
      expect(open().placeOf('/a.variorum')).toBeNull();
    },
  );

  it('keep the theme where only the windows are damaged', () => {
    writeFileSync(file, '{"theme":"dark","windows":[3]}');
    expect(open().theme()).toBe('dark');
  });
});
