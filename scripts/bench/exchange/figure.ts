/** One format, measured in a process of its own: written, proved, and read again. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frozenText } from '#electron/exchange/set/annotated-document.ts';
import { setFormats, type SetFormatName } from '#electron/exchange/set/catalogue.ts';
import { exportSet } from '#electron/exchange/set/export.ts';
import { openSetFile } from '#electron/exchange/set/set-file.ts';
import { placeSpans } from '#electron/exchange/set/placing.ts';
import { peakMegabytes, startClock } from '../collation/measured.ts';
import { generatedSet } from './generated-set.ts';

export interface ExchangeInput {
  readonly format: SetFormatName;
  readonly documents: number;
  readonly perDocument: number;
}

export interface ExchangeFigure {
  readonly occurrences: number;
  /** Losses found, and written. */
  readonly writeSeconds: number;
  /** The same, and read back and compared. */
  readonly exportSeconds: number;
  /** Of processor time, all threads. */
  readonly exportCpu: number;
  readonly readCpu: number | null;
  /** Read again and every span placed; `null` for a format that is only written. */
  readonly readSeconds: number | null;
  readonly readSpans: number;
  readonly megabytes: number;
  readonly peak: number;
}

export async function exchangeFigure({ format, documents, perDocument }: ExchangeInput): Promise<ExchangeFigure> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  try {
    const { layout, endings, read } = setFormats[format];
    const path = join(folder, `set${layout === 'files' ? '.zip' : endings[0]}`);
    const writing = startClock();
    const set = generatedSet(documents, perDocument);
    // Losses are found in the first third of the work, and the files are written in the second.
    let written = 0;
    const onProgress = (share: number): void => {
      if (share <= 2 / 3) written = writing.now().wallSeconds;
    };
    const exported = await exportSet(set, setFormats[format], path, { overwrite: true, text: true, onProgress });
    if (!exported.ok) throw new Error(exported.error.message);
    const { wallSeconds: exportSeconds, cpuSeconds: exportCpu } = writing.now();
    const megabytes = statSync(path).size / 1e6;
    const reading = startClock();
    const readSpans = read === undefined ? 0 : await readAll(path, format);
    const { wallSeconds, cpuSeconds } = reading.now();
    const [readSeconds, readCpu] = read === undefined ? [null, null] : [wallSeconds, cpuSeconds];
    const { occurrences } = exported.value;
    return {
      occurrences,
      writeSeconds: written,
      exportSeconds,
      exportCpu,
      readSeconds,
      readCpu,
      readSpans,
      megabytes,
      peak: peakMegabytes(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readAll(path: string, format: SetFormatName): Promise<number> {
  const opened = await openSetFile(path, format);
  if (!opened.ok) throw new Error(opened.error);
  let spans = 0;
  try {
    for await (const item of opened.value.items()) {
      if (item.type === 'problem') throw new Error(`${item.where}: ${item.why}`);
      if (item.type !== 'document') continue;
      const { text } = item.document;
      // A file without texts is proved against the project's; here there is none.
      if (text === null) spans += item.document.spans.length;
      else for (const placed of placeSpans(item.document, frozenText(text))) if (placed.type === 'ok') spans += 1;
    }
  } finally {
    opened.value.close();
  }
  return spans;
}
