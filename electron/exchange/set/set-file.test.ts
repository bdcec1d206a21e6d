import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copiedSet, goldenSet } from '../testing/golden-set.ts';
import { readableFormatNames, setFormatNames, setFormats, type SetFormatName } from './catalogue.ts';
import { exportSet } from './export.ts';
import { isReadableFormat, openSetFile } from './set-file.ts';
import type { ReadItem } from './read-document.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-set-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

/** The path of a set that was written in this format, in one file or several. */
async function exported(
  name: SetFormatName,
  set = goldenSet,
  ending: string = setFormats[name].endings[0],
): Promise<string> {
  const path = join(folder, `set${setFormats[name].layout === 'files' && ending !== '.zip' ? '' : ending}`);
  const done = await exportSet(set, setFormats[name], path, { text: true, overwrite: false });
  if (!done.ok) throw new Error(done.error.message);
  return path;
}

/** The format that a file is taken for, or why for none. */
async function recognised(path: string): Promise<string> {
  const opened = await openSetFile(path, 'auto');
  if (!opened.ok) return opened.error;
  opened.value.close();
  return opened.value.format;
}

const several = readableFormatNames.filter((name) => setFormats[name].layout === 'files');
const single = readableFormatNames.filter((name) => setFormats[name].layout !== 'files');

describe('auto', () => {
  it.each(readableFormatNames)('knows what we have written in the format %s', async (name) => {
    expect(await recognised(await exported(name))).toBe(name);
  });

  it.each(readableFormatNames)('knows a larger set in the format %s', async (name) => {
    expect(await recognised(await exported(name, copiedSet))).toBe(name);
  });

  it.each(several)('knows a .zip of the format %s', async (name) => {
    expect(await recognised(await exported(name, goldenSet, '.zip'))).toBe(name);
  });

  it.each(single)('knows the format %s whatever its file is called', async (name) => {
    const other = join(folder, 'renamed.bin');
    copyFileSync(await exported(name), other);
    expect(await recognised(other)).toBe(name);
  });

  it('says of what it does not know which formats there are', async () => {
    writeFileSync(join(folder, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0xff]));
    const why = await recognised(join(folder, 'photo.jpg'));
    expect(why).toContain('What “photo.jpg” is cannot be told by looking at it.');
    for (const name of readableFormatNames) expect(why).toContain(name);
  });

  it('does not know an empty folder', async () =>
    expect(await recognised(folder)).toContain('cannot be told by looking at it'));

  it('goes by the ending where there is only one format that has it', async () => {
    writeFileSync(join(folder, 'set.qdpx'), 'none of these');
    expect(await recognised(join(folder, 'set.qdpx'))).toBe('refi');
  });
});

describe('a file of a set', () => {
  const written: readonly SetFormatName[] = setFormatNames.filter((name) => !isReadableFormat(name));

  it.each(written)('in the format %s, which is for people, is not read', async (name) => {
    writeFileSync(join(folder, 'report'), 'x');
    expect(await openSetFile(join(folder, 'report'), name)).toEqual({
      ok: false,
      error: `${setFormats[name].title} can be written only, not read.`,
    });
  });

  it('is read item by item, and may be asked for again', async () => {
    const opened = await openSetFile(await exported('jsonl'), 'jsonl');
    if (!opened.ok) throw new Error(opened.error);
    for (let walk = 0; walk < 2; walk += 1) {
      const types: string[] = [];
      for await (const { type } of opened.value.items()) types.push(type);
      expect(types).toEqual(['labels', 'document']);
    }
    opened.value.close();
  });

  it('that goes away while it is read is told of, and nothing is thrown', async () => {
    const path = await exported('jsonl');
    const opened = await openSetFile(path, 'jsonl');
    if (!opened.ok) throw new Error(opened.error);
    rmSync(path);
    const items: ReadItem[] = [];
    for await (const item of opened.value.items()) items.push(item);
    expect(items).toMatchObject([{ type: 'problem', why: '“set.jsonl” cannot be read (ENOENT).' }]);
  });

  it.each(readableFormatNames)('of nonsense in the format %s is read without a crash', async (name) => {
    for (const nonsense of [
      '',
      '{',
      '[',
      '<a',
      'a\tb\tc\n',
      '\u0000\u0001',
      'PK\u0003\u0004 but no archive',
      '{}\n[]\n',
    ]) {
      const path = join(folder, 'nonsense');
      writeFileSync(path, nonsense);
      const opened = await openSetFile(path, name);
      if (!opened.ok) continue;
      for await (const item of opened.value.items()) expect(item.type).toBeDefined();
      opened.value.close();
    }
    expect(readdirSync(folder)).toEqual(['nonsense']);
  });
});
