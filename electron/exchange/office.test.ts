/**
 * Files of ours in other people's programs: LibreOffice and poppler, which are started once for all. Skipped by name where
 * they are not installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { exportSet } from './set/export.ts';
import { setFormats, type SetFormatName } from './set/catalogue.ts';
import { openSource } from './set/open-source.ts';
import { verifySet } from './set/verification.ts';
import { documentOf, goldenText, setOf, t1, t2, t3 } from './testing/golden-set.ts';

const hasOffice = isInstalled('soffice', '--version');
const hasPoppler = isInstalled('pdftotext', '-v');

function isInstalled(program: string, option: string): boolean {
  return spawnSync(program, [option], { timeout: 60_000 }).status === 0;
}

const slow = 240_000;

/** What a spreadsheet might run: security.md, case 30. */
const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '\n=1+1',
  '＝1+1',
  '＠x',
  '"=1+1',
  "'=1+1",
  '=HYPERLINK("http://localhost/","x")',
  "=cmd|' /C calc'!A1",
  ';=1+1',
  ',=1+1',
];

const hostile: AnnotatedSet = setOf(
  [
    documentOf(
      'doc1',
      `=1+1 ${goldenText}`,
      formulas.map((note, at) => ({
        ...t1,
        start: at % 4,
        end: 5,
        annotation: `a${at}`,
        passage: `=a${at}`,
        annotator: note,
        note,
        reason: note,
      })),
      { name: '=1+1.txt' },
    ),
  ],
  { project: { id: 'p', name: '=1+1' }, labels: [{ label: 'claim', name: '=1+1', key: '1' }] },
);

const shown: AnnotatedSet = setOf(
  [
    documentOf('doc1', `${goldenText}Third line.\n`, [t3, t1, t2]),
    documentOf('doc2', 'שלום B claims C. עולם\n中文 B claims C.\n', [
      { ...t1, start: 5, end: 13, own: false, leads: false },
      { ...t1, start: 25, end: 33, own: false, leads: false, note: 'second <b>copy</b>' },
    ]),
  ],
  { project: { id: 'p', name: 'Shown & told' } },
);

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-office-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(set: AnnotatedSet, format: SetFormatName, name: string): Promise<string> {
  const path = join(folder, name);
  const done = await exportSet(set, setFormats[format], path, { text: true, overwrite: true });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return path;
}

/** Converts files in one go, in a profile of its own. */
function convert(to: string, files: readonly string[], ...options: readonly string[]): string {
  const out = mkdtempSync(join(folder, 'out-'));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  execFileSync('soffice', [profile, '--headless', ...options, '--convert-to', to, '--outdir', out, ...files], {
    stdio: 'pipe',
    timeout: slow,
  });
  return out;
}

function formulaCells(path: string): number {
  return readFileSync(path, 'utf8').split('table:formula=').length - 1;
}

describe.skipIf(!hasOffice)('spreadsheets in LibreOffice', () => {
  /** Comma, quote, UTF-8, from line 1; formulas are evaluated, which is the worst case. */
  const csvFilter = '--infilter=CSV:44,34,76,1,,0,false,true,false,false,true,-1,true';

  it(
    'of CSV have no formula, whatever the cells look like',
    async () => {
      const ours = await exported(hostile, 'csv', 'hostile.csv');
      const armed = join(folder, 'armed.csv');
      writeFileSync(armed, '=1+1,x\r\n');
      const out = convert('fods', [ours, armed], csvFilter);
      expect([formulaCells(join(out, 'armed.fods')), formulaCells(join(out, 'hostile.fods'))]).toEqual([1, 0]);
    },
    slow,
  );

  it(
    'of XLSX have no formula and every text exactly, and are read again when LibreOffice has saved them',
    async () => {
      const ours = await exported(hostile, 'xlsx', 'hostile.xlsx');
      const out = convert('fods', [ours]);
      const sheet = readFileSync(join(out, 'hostile.fods'), 'utf8');
      expect(formulaCells(join(out, 'hostile.fods'))).toBe(0);
      expect(sheet).toContain('<text:p>=HYPERLINK(&quot;http://localhost/&quot;,&quot;x&quot;)</text:p>');
      expect([...sheet.matchAll(/<table:table table:name="([^"]*)"/gu)].map(([, name]) => name)).toEqual([
        'Occurrences',
        'Counts',
        'About',
      ]);
      const saved = convert('xlsx', [ours]);
      const source = await openSource(join(saved, 'hostile.xlsx'));
      if (!source.ok) throw new Error(source.error);
      expect(await verifySet(hostile, setFormats.xlsx, { text: true }, source.value)).toBeNull();
      source.value.close();
    },
    slow,
  );
});

describe.skipIf(!hasOffice)('the Word report in LibreOffice', () => {
  it(
    'opens and shows the texts, the highlights and the comments',
    async () => {
      const ours = await exported(shown, 'docx', 'report.docx');
      const out = convert('fodt', [ours]);
      const text = readFileSync(join(out, 'report.fodt'), 'utf8');
      expect(text).toContain('Shown &amp; told');
      expect(text).toContain('Third line.');
      const comments = [...text.matchAll(/<office:annotation [^>]*>.*?<\/office:annotation>/gsu)].map(([found]) =>
        found.replaceAll(/<[^>]*>/gu, '|').replaceAll(/\|+/gu, '|'),
      );
      expect(comments).toHaveLength(5);
      expect(comments.join('\n')).toContain('Rebuttal');
      expect(comments.join('\n')).toContain('see page 3');
      expect(comments.join('\n')).toContain('second &lt;b&gt;copy&lt;/b&gt;');
      expect(text).toContain('fo:background-color="#f7e6d6"');
      expect(text).toMatch(/style:text-underline-style="dash"[^>]*style:text-underline-color="#d55e00"/u);
      expect(text).toContain('style:writing-mode="rl-tb"');
    },
    slow,
  );
});

describe.skipIf(!hasPoppler)('the PDF report in poppler', () => {
  it(
    'opens and shows the texts, the labels and the notes',
    async () => {
      const ours = await exported(shown, 'pdf', 'report.pdf');
      const text = execFileSync('pdftotext', ['-layout', ours, '-'], { encoding: 'utf8' });
      for (const words of ['Shown & told', 'denies it.', 'Third line.', 'Rebuttal', 'see page 3', 'second <b>copy</b>'])
        expect(text).toContain(words);
      const fonts = execFileSync('pdffonts', [ours], { encoding: 'utf8' }).trim().split('\n').slice(2);
      // Every font is embedded, as a subset, with the characters its glyphs stand for.
      expect(fonts.length).toBeGreaterThan(0);
      for (const line of fonts) expect(line).toMatch(/Identity-H +yes yes yes/u);
      mkdirSync(join(folder, 'pages'));
      const errors = spawnSync('pdftoppm', ['-r', '20', '-png', ours, join(folder, 'pages', 'page')], {
        encoding: 'utf8',
      });
      expect([errors.status, errors.stderr]).toEqual([0, '']);
    },
    slow,
  );
});
