/**
 * `npm run bench -- exchange [--documents N] [--each N] [--formats a,b] [--full]`: how fast each format of annotated sets
 * is written and read, and how much memory that takes. Asserts nothing. `--full` adds a set of a hundred thousand
 * documents with a million occurrences. No other program reads or writes these formats from npm, so there is no peer.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { threadLimits } from '#electron/exchange/read-ahead/read-ahead.ts';
import { isSetFormatName, setFormatNames, setFormats, type SetFormatName } from '#electron/exchange/set/catalogue.ts';
import { projectFigure } from './exchange/project-figure.ts';
import { exchangeFigure, type ExchangeFigure, type ExchangeInput } from './exchange/figure.ts';

const figureWord = '--figure';
const projectWord = '--project';

/** Formats that are text or lines of it: the others are archives of XML, or documents to be looked at. */
const textFormats: ReadonlySet<string> = new Set([
  'jsonl',
  'csv',
  'w3c',
  'brat',
  'doccano',
  'label-studio',
  'spacy',
  'conll',
  'webanno-tsv',
  'uima-json',
]);
/** A report is a document to be read: nobody reads ten thousand articles in it. */
const reports: ReadonlySet<string> = new Set(['docx', 'pdf', 'html', 'markdown']);
const reportDocuments = 200;

const mostMegabytes = 512;
const leastPerSecond = 20_000;

const [word, input] = process.argv.slice(2);
if (word === figureWord) {
  console.log(JSON.stringify(await exchangeFigure(JSON.parse(input ?? '') as ExchangeInput)));
} else if (word === projectWord) {
  console.log(JSON.stringify(await projectFigure(JSON.parse(input ?? '') as ExchangeInput)));
} else {
  await bench();
}

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '10000' },
      each: { type: 'string', default: '10' },
      formats: { type: 'string' },
      full: { type: 'boolean', default: false },
    },
  });
  const wanted = values.formats?.split(',') ?? setFormatNames;
  const formats = wanted.filter(isSetFormatName);
  console.log(
    'Occurrences a second: written (losses found and written), proved (that, and read back and compared), read.',
  );
  console.log('| format | documents | occurrences | written | proved | read | file | peak | verdict |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  const perDocument = Number(values.each);
  const show = async (format: SetFormatName, documents: number): Promise<void> => {
    const most = reports.has(format) ? Math.min(documents, reportDocuments) : documents;
    console.log(row(format, most, await inChild({ format, documents: most, perDocument })));
  };
  for (const format of formats) await show(format, Number(values.documents));
  if (!values.full) return;
  for (const format of formats)
    if (!reports.has(format) && setFormats[format].holds.occurrence.length > 0) await show(format, 100_000);
}

function row(format: SetFormatName, documents: number, figure: ExchangeFigure | string): string {
  if (typeof figure === 'string') return `| ${format} | ${documents} | | | | | | | ${figure} |`;
  const { occurrences, writeSeconds, exportSeconds, readSeconds, readSpans, megabytes, peak } = figure;
  const rate = (count: number, seconds: number): number => Math.round(count / Math.max(seconds, 0.001));
  const written = rate(occurrences, writeSeconds);
  const proved = rate(occurrences, exportSeconds);
  const read = readSeconds === null ? null : rate(readSpans, readSeconds);
  const isFast = !textFormats.has(format) || (written >= leastPerSecond && (read ?? leastPerSecond) >= leastPerSecond);
  const verdict = [isFast ? '' : 'MISSED: speed', peak <= mostMegabytes ? '' : 'MISSED: memory'].filter(
    (one) => one !== '',
  );
  const cells = [
    format,
    documents.toLocaleString('en'),
    occurrences.toLocaleString('en'),
    `${written.toLocaleString('en')}/s`,
    `${proved.toLocaleString('en')}/s`,
    read === null ? 'not read' : `${read.toLocaleString('en')}/s`,
    `${megabytes.toFixed(1)} MB`,
    `${Math.round(peak)} MB`,
    verdict.length === 0 ? 'held' : verdict.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** In a process of its own, so that its memory is its own; a failure is a cell of the table. */
function inChild(asked: ExchangeInput): Promise<ExchangeFigure | string> {
  return new Promise((resolve) => {
    const script = process.argv[1] ?? '';
    // The memory that the thread of an export has in the application.
    const limit = `--max-old-space-size=${threadLimits.maxOldGenerationSizeMb}`;
    const child = spawn(process.execPath, [limit, script, figureWord, JSON.stringify(asked)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = (): void => void child.kill();
    process.once('exit', stop);
    let printed = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('close', (code) => {
      process.off('exit', stop);
      if (code === 0) resolve(JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '') as ExchangeFigure);
      else resolve(complaint.match(/^\w*Error.*$/mu)?.[0] ?? `failed (${code})`);
    });
  });
}
