import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { goldenText } from '../testing/golden-set.ts';
import { documentItem, itemsIn, readOf, spanAt } from '../testing/read-document.ts';
import type { ReadItem, ReadSpan } from './read-document.ts';
import { spoolSet, type Spool } from './spool.ts';

async function spooled(...items: readonly ReadItem[]): Promise<Spool> {
  const spool = await spoolSet(itemsIn(items));
  onTestFinished(spool.remove);
  return spool;
}

const claims = (rest: Partial<ReadSpan> = {}): ReadSpan => spanAt(2, 10, { quote: 'B claims', ...rest });
const label = (id: string, name: string, key = '') =>
  ({ type: 'labels', labels: [{ label: id, name, key }] }) as const satisfies ReadItem;

/** Where spools are kept, in this test alone. */
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spool-'));
  vi.stubEnv('TMPDIR', folder);
  return () => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  };
});
const folders = (): readonly string[] => readdirSync(folder);

describe('a set that is spooled', () => {
  it('is walked as often as anybody likes, also by two at once', async () => {
    const { set } = await spooled(
      documentItem(goldenText, [claims()], { id: 'a' }),
      documentItem('ü\r\n😀', [], { id: 'b' }),
    );
    const ids: string[] = [];
    for (const { id } of set.documents()) for (const other of set.documents()) ids.push(`${id}${other.id}`);
    expect([ids, set.size]).toEqual([['aa', 'ab', 'ba', 'bb'], 2]);
    const [first, second] = set.documents();
    expect(first?.occurrences).toMatchObject([{ start: 3, end: 11, leads: true, label: 'claim' }]);
    expect(second?.text).toBe('ü\n😀');
  });

  it('tells what was proved, repaired and refused, and where', async () => {
    const spool = await spooled(
      { type: 'project', id: 'p', name: 'Project' },
      documentItem(goldenText, [claims(), spanAt(3, 11, { quote: 'B claims' }), spanAt(4, 4)]),
      documentItem(goldenText, [spanAt(3, 11, { quote: 'B claims' })]),
      { type: 'problem', where: 'line 9', why: 'it is no JSON' },
    );
    expect(spool.spans).toEqual({ ok: 1, repaired: 2, rejected: 1 });
    expect(spool.problems).toMatchObject([{ where: '4–4' }, { where: 'line 9' }]);
    expect(spool.repairs).toEqual([
      { where: '3–11', why: 'the offsets are wrong; its words stand in one place alone' },
      { where: '3–11', why: 'the file counts UTF-16 units' },
    ]);
    expect([spool.problemCount, spool.annotations, spool.set.project.name]).toEqual([2, 3, 'Project']);
  });

  it('tells the first thousand of its problems, and the number of all', async () => {
    const problems = Array.from({ length: 1500 }, (_, at): ReadItem => ({ type: 'problem', where: `${at}`, why: 'x' }));
    const spool = await spooled(...problems);
    expect([spool.problems.length, spool.problemCount]).toEqual([1000, 1500]);
  });

  it('lacks documents whose texts nobody knows, and says so for each of their spans', async () => {
    const { set, spans, problems } = await spooled(
      documentItem(null, [claims(), spanAt(1, 2)]),
      documentItem(null),
      documentItem('a\ud800', [spanAt(0, 1)]),
    );
    expect([set.size, spans.rejected]).toEqual([0, 3]);
    expect(problems).toEqual([
      { where: '2–10', why: 'the file does not hold the text' },
      { where: '1–2', why: 'the file does not hold the text' },
      { where: 'line 1', why: 'the file does not hold the text' },
      { where: '0–1', why: 'its text holds half a character' },
    ]);
  });

  it('is led by the first place of each annotation, and by every place that belongs to none', async () => {
    const a = claims({ annotation: 'a' });
    const { set, annotations } = await spooled(
      documentItem(goldenText, [a, claims({ annotation: '' }), claims()]),
      documentItem(goldenText, [a]),
    );
    const leads = [...set.documents()].map(({ occurrences }) => occurrences.filter((one) => one.leads).length);
    expect([leads, annotations]).toEqual([[3, 0], 3]);
  });

  it('knows labels by what says most of them', async () => {
    const { set } = await spooled(
      label('a', 'Apple', '1'),
      documentItem(goldenText, [
        claims({ label: 'a', labelName: 'a' }),
        claims({ label: 'b' }),
        claims({ label: 'c', labelName: 'Cherry' }),
      ]),
      label('a', 'a'),
      label('b', 'Banana'),
      documentItem(goldenText, [claims({ label: 'd' })]),
      documentItem(goldenText, [claims({ label: 'd', labelName: 'Date' })]),
    );
    expect(set.labels).toEqual([
      { label: 'a', name: 'Apple', key: '1' },
      { label: 'b', name: 'Banana', key: '' },
      { label: 'c', name: 'Cherry', key: '' },
      { label: 'd', name: 'Date', key: '' },
    ]);
  });

  it('of nothing is empty', async () => {
    const { set } = await spooled();
    expect([[...set.documents()], set.labels, set.size]).toEqual([[], [], 0]);
  });

  it('leaves nothing behind once it is removed, nor where its reader throws', async () => {
    const spool = await spoolSet(itemsIn([documentItem(goldenText)]));
    expect(folders().length).toBe(1);
    spool.remove();
    expect(folders()).toEqual([]);
    const broken = async function* (): AsyncGenerator<ReadItem> {
      yield* itemsIn([{ type: 'document', document: readOf(goldenText) }]);
      throw new Error('a bug');
    };
    await expect(spoolSet(broken())).rejects.toThrow('a bug');
    expect(folders()).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('holds no file open that nobody walks any more', async () => {
    const { set } = await spooled(documentItem(goldenText), documentItem(goldenText));
    const openFiles = (): number =>
      readdirSync('/proc/self/fd').filter((number) => isSpool(join('/proc/self/fd', number))).length;
    for (const _ of set.documents()) {
      expect(openFiles()).toBe(1);
      break;
    }
    for (const _ of set.documents());
    expect(openFiles()).toBe(0);
  });
});

function isSpool(descriptor: string): boolean {
  return existsSync(descriptor) && readlinkSync(descriptor).startsWith(folder);
}
