/** Originals and changed versions of an article, from the command line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import { articleOf, valueOf } from '#electron/workbench/testing/five-articles.ts';
import { commandLine, type CommandLine } from '../testing/command-line.ts';

const kept = 'The minister said on Monday that thirty ships had left the harbour.';
const dropped = 'Nobody has seen the letters that the council kept in its archive since the spring of last year.';
const fresh = 'A spokeswoman for the port authority called the figures premature and asked the press to wait.';
const article = (id: string, text: string) =>
  JSON.stringify({ id, text, url: 'https://news.example/a', author: 'B. Lane' });

/** A project with an article, tagged twice, and a newer version of it that lacks one of the passages. */
async function twoVersions(): Promise<CommandLine> {
  const line = commandLine();
  writeFileSync(join(line.folder, 'old.jsonl'), article('old', `${kept}\n\n${dropped}`));
  writeFileSync(join(line.folder, 'new.jsonl'), article('new', `${fresh}\n\n${kept}`));
  await line.json('new', 'p.variorum', '--annotator', 'Anna');
  await line.json('import', 'p.variorum', 'old.jsonl');
  for (const words of [kept, dropped]) {
    const start = `${kept}\n\n${dropped}`.indexOf(words);
    const span = ['--start', String(start), '--end', String(start + words.length)];
    await line.json('tag', 'p.variorum', '--document', 'old', ...span, '--label', 'claim');
  }
  expect(await line.json('import', 'p.variorum', 'new.jsonl')).toMatchObject([
    { status: 'added', reason: 'A changed version of “old”.' },
  ]);
  return line;
}

interface Orphan {
  readonly annotation: string;
  readonly from: { readonly document: string; readonly text: string };
  readonly into: string;
}

const orphans = (line: CommandLine): Promise<readonly Orphan[]> => line.json('orphans', 'p.variorum');

describe('orphans', () => {
  it('names what has no place in the newer version, and where it stood', async () => {
    const line = await twoVersions();
    expect(await orphans(line)).toMatchObject([
      { label: 'claim', annotator: 'Anna', from: { document: 'old', text: dropped }, into: 'new' },
    ]);
    expect(await line.json('orphans', 'p.variorum', '--document', 'old')).toEqual([]);
    expect((await line.run('orphans', 'p.variorum')).stdout).toMatch(
      /claim {2}new {2}“Nobody has seen.*\n1 orphan\.\n$/u,
    );
    expect(await line.json('groups', 'p.variorum')).toMatchObject([
      { leader: 'old', documents: [{}, { document: 'new' }] },
    ]);
  });

  it('is empty once each of them is placed or dismissed, and full again after undo', async () => {
    const line = await twoVersions();
    const [orphan] = await orphans(line);
    const at = ['--annotation', orphan?.annotation ?? '', '--document', 'new'];
    expect(
      await line.json(
        'place',
        'p.variorum',
        ...at,
        '--start',
        '0',
        '--end',
        String(fresh.length),
        '--reason',
        'says the same',
      ),
    ).toMatchObject({ occurrences: [{ document: 'old' }, { document: 'new', start: 0, text: fresh, counted: true }] });
    expect(await orphans(line)).toEqual([]);
    await line.json('undo', 'p.variorum');
    expect(await orphans(line)).toHaveLength(1);
    await line.json('dismiss', 'p.variorum', ...at, '--reason', 'cut');
    expect(await orphans(line)).toEqual([]);
    expect(await line.refusal('dismiss', 'p.variorum', ...at)).toMatch(/^NoOrphan: /u);
    await line.json('undo', 'p.variorum');
    expect(await orphans(line)).toHaveLength(1);
    expect(await line.json('rebuild', 'p.variorum')).toMatchObject({ differed: [] });
  });

  it('shows who wrote an article, and where it was published', async () => {
    const line = await twoVersions();
    expect(await line.json('documents', 'p.variorum')).toMatchObject([
      { name: 'new', author: 'B. Lane', url: 'https://news.example/a' },
      { name: 'old', author: 'B. Lane', url: 'https://news.example/a' },
    ]);
  });
});

describe('original', () => {
  it('writes the very bytes that were read, and replaces nothing', async () => {
    const line = commandLine();
    await line.json('new', 'p.variorum');
    const bytes = Buffer.concat([Buffer.from('<p>One ship.</p>\r\n'), deflateSync(Buffer.from('any bytes'))]);
    const workbench = valueOf(openProject(join(line.folder, 'p.variorum')));
    valueOf(
      workbench.importDocuments([{ ...articleOf('a.html', 'One ship.'), original: bytes }, articleOf('b.txt', 'Two.')]),
    );
    workbench.close();
    expect(await line.json('original', 'p.variorum', 'a.html', '--out', 'copy.html')).toMatchObject({
      bytes: bytes.length,
    });
    expect(readFileSync(join(line.folder, 'copy.html'))).toEqual(bytes);
    expect(await line.refusal('original', 'p.variorum', 'a.html', '--out', 'copy.html')).toMatch(/^ExportExists: /u);
    expect(await line.json('original', 'p.variorum', 'b.txt', '--out', 'b')).toMatchObject({ text: true });
    expect(readFileSync(join(line.folder, 'b'), 'utf8')).toBe('Two.');
  });
});
