/** Exporting: the set in a format of choice, at a path, proved by reading it back; what it cannot hold is told first. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { exportFailure, type ExportFailure } from '../export-failure.ts';
import { checkTarget, writeTarget } from '../target-file.ts';
import type { SetFormat, WriteOptions } from './format.ts';
import { surveyOf } from './holding.ts';
import { lossSentence, type Loss } from './loss.ts';
import { openSource } from './open-source.ts';
import { diskFile, type SetSource } from './source.ts';
import { targetOf, writeTargetFiles, type Draft } from './target.ts';
import { verifySet } from './verification.ts';

export interface ExportOptions extends WriteOptions {
  readonly overwrite: boolean;
  /** Told how much has been done, 0…1, some times for each document. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Asked for each document: then nothing is written. */
  readonly isCancelled?: (() => boolean) | undefined;
}

export interface Exported {
  /** Paths of the files, the list of losses among them. */
  readonly written: readonly string[];
  /** How many of each stand in the file. */
  readonly annotations: number;
  readonly occurrences: number;
  /** What the format could not hold; `lossSentence` says it. */
  readonly losses: readonly Loss[];
}

class Cancelled extends Error {}

/**
 * Writes the set to `path`. What the format cannot hold is found out first and lies in a file beside it
 * (`set.losses.json`), so that whoever gets the one gets the other. The files are read back by the format's own reader and
 * compared with the set before they take their place; on any failure what lay there before still does, and nothing else
 * is left behind.
 * @param set whose documents are walked three times
 */
export async function exportSet(
  set: AnnotatedSet,
  format: SetFormat,
  path: string,
  options: ExportOptions,
): Promise<Result<Exported, ExportFailure>> {
  const { overwrite, text, onProgress = () => undefined, isCancelled = () => false } = options;
  if (!text && !format.textOptional && format.holds.document.includes('text'))
    return err(exportFailure('ExportNeedsTexts', path));
  const target = targetOf(path, format, { overwrite });
  if (!target.ok) return target;
  const steps = 3 * Math.max(1, set.size);
  let done = 0;
  const step = (): void => {
    if (isCancelled()) throw new Cancelled();
    done += 1;
    onProgress(Math.min(1, done / steps));
  };
  const counted: AnnotatedSet = { ...set, documents: () => walked(set, step) };
  try {
    const { losses, annotations, occurrences } = surveyOf(set, format, options, step);
    const beside = lossesPath(path);
    // A folder that is not there is told of the export itself, below.
    const isToBe = losses.length > 0 && existsSync(dirname(beside));
    const refused = isToBe ? checkTarget(beside, true) : null;
    if (refused !== null) return err(refused);
    const files = format.write(counted, { text });
    const prove = async (draft: Draft): Promise<string | null> => {
      const source = await draftSource(draft, target.value.kind === 'archive');
      if (!source.ok) return source.error;
      try {
        return await verifySet(set, format, { text }, source.value, step);
      } finally {
        source.value.close();
      }
    };
    const written = await writeTargetFiles(target.value, files, prove);
    if (!written.ok) return written;
    const told = writeLosses(beside, losses);
    if (!told.ok) return told;
    onProgress(1);
    return ok({ written: [...written.value, ...told.value], annotations, occurrences, losses });
  } catch (error) {
    if (error instanceof Cancelled) return err(exportFailure('ExportCancelled', path));
    throw error;
  }
}

function* walked(set: AnnotatedSet, step: () => void): ReturnType<AnnotatedSet['documents']> & Generator {
  for (const document of set.documents()) {
    step();
    yield document;
  }
}

async function draftSource({ files }: Draft, isArchive: boolean): Promise<Result<SetSource, string>> {
  const [first] = files;
  if (isArchive && first !== undefined) return openSource(first.at);
  return ok({
    name: 'the export',
    files: files.map(({ at, path }) => diskFile(at, path === '' ? 'the file' : path)),
    close: () => undefined,
  });
}

/** `set.jsonl` has its losses in `set.jsonl.losses.json`. */
function lossesPath(path: string): string {
  return `${path.replace(/[/\\]+$/u, '')}.losses.json`;
}

/** An export without losses has no such file: one that an export before it left would speak of what is no longer there. */
function writeLosses(path: string, losses: readonly Loss[]): Result<readonly string[], ExportFailure> {
  if (losses.length === 0) {
    if (isLossesFile(path)) rmSync(path, { force: true });
    return ok([]);
  }
  const told = losses.map((loss) => ({ ...loss, message: lossSentence(loss) }));
  const written = writeTarget(path, [`${JSON.stringify({ losses: told }, null, 2)}\n`], {
    overwrite: true,
    verify: () => null,
  });
  return written.ok ? ok([path]) : written;
}

const beginning = '{\n  "losses": [';

function isLossesFile(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').startsWith(beginning);
  } catch {
    // There is none, or none that could be ours.
    return false;
  }
}
