/** A set brought into a project that has its documents: matched, proved, placed, copies found, written. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFormats, type SetFormatName } from '#electron/exchange/set/catalogue.ts';
import { exportSet } from '#electron/exchange/set/export.ts';
import type { ReadItem } from '#electron/exchange/set/read-document.ts';
import { openSetFile } from '#electron/exchange/set/set-file.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import { createProject, openProject } from '#electron/workbench/open.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import type { Result } from '#shared/text/result.ts';
import { peakMegabytes, startClock } from '../collation/measured.ts';
import { generatedSet } from './generated-set.ts';
import type { ExchangeInput } from './figure.ts';

export interface ProjectFigure {
  readonly annotations: number;
  readonly seconds: number;
  readonly peak: number;
}

export async function projectFigure({ format, documents, perDocument }: ExchangeInput): Promise<ProjectFigure> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
  try {
    const set = generatedSet(documents, perDocument);
    const path = join(folder, `set${setFormats[format].layout === 'files' ? '.zip' : setFormats[format].endings[0]}`);
    valueOf(await exportSet(set, setFormats[format], path, { overwrite: true, text: true }));
    const project = join(folder, 'p.variorum');
    valueOf(createProject(project, { name: 'p', annotator: 'Anna' })).close();
    const workbench = valueOf(openProject(project));
    importDocuments(workbench, set);
    const clock = startClock();
    const annotations = await importSet(workbench, path, format);
    const { wallSeconds: seconds } = clock.now();
    workbench.close();
    return { annotations, seconds, peak: peakMegabytes() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function importDocuments(workbench: Workbench, set: ReturnType<typeof generatedSet>): void {
  let batch: NewDocument[] = [];
  const take = (): void => {
    valueOf(workbench.importDocuments(batch));
    batch = [];
  };
  for (const { name, title, text } of set.documents()) {
    const origin = { file: name, encoding: 'utf-8', byteOrderMark: false, lineEnds: 'lf' } as const;
    batch.push({ name, title, text, origin });
    if (batch.length === 64) take();
  }
  take();
}

async function importSet(workbench: Workbench, path: string, format: SetFormatName): Promise<number> {
  const options = { file: 'set', act: systemIdentity.newId(), repairs: true, newDocuments: false, dryRun: false };
  const begun = valueOf(workbench.importAnnotations(options));
  const opened = valueOf(await openSetFile(path, format));
  let part: ReadItem[] = [];
  for await (const item of opened.items()) {
    part.push(item);
    if (part.length < 400) continue;
    valueOf(begun.take(part));
    part = [];
  }
  valueOf(begun.take(part));
  opened.close();
  return valueOf(begun.end()).annotations;
}

function valueOf<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
