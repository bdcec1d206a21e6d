/** An import as a row of short transactions, each of which is on disk before the next begins. */
import type { ImportedDocument, PreparedDocument } from '#electron/workbench/workbench.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';
import type { SourceArticle } from './article-source.ts';
import { createBatchSize } from './batch-size.ts';
import { sentenceLimit, type ImportCounts, type ImportSummary } from './import-summary.ts';
import { createTimeLeft } from './time-left.ts';

export interface ImportProgress extends ImportCounts {
  /** How much has been read, 0…1. */
  readonly share: number;
  readonly secondsLeft: number | null;
  /** Shared passages that came with it. */
  readonly passages: number;
}

export interface ImportRun {
  readonly articles: AsyncIterable<SourceArticle> | Iterable<SourceArticle>;
  /** Brings documents in, in one transaction. */
  readonly write: (documents: readonly PreparedDocument[]) => Result<readonly ImportedDocument[], Failure>;
  /** How many shared passages the project has. */
  readonly passages: () => number;
  /** Asked before every article and every transaction. */
  readonly isCancelled: () => boolean;
  /** Told what is on disk, some times a second. */
  readonly report: (progress: ImportProgress) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** More documents than this are never written at once: every window has to be told of them. */
const documentLimit = 200;
/** Nor files of more bytes, unless one alone has them: they are held until they are written. */
const byteLimit = 16 * 1024 * 1024;
/** Milliseconds from one report to the next. */
const reportInterval = 200;

/**
 * Reads and writes until the end, or until it is cancelled or something fails. What was committed stays; what was read
 * and not yet committed when it was cancelled is not brought in.
 */
export async function runImport({
  articles,
  write,
  passages,
  isCancelled,
  report,
  now,
}: ImportRun): Promise<ImportSummary> {
  const size = createBatchSize();
  const timeLeft = createTimeLeft();
  const passagesBefore = passages();
  const refusals: string[] = [];
  const remarks: string[] = [];
  const counts = { added: 0, there: 0, refused: 0 };
  let remarked = 0;
  let reported = -Infinity;
  let waiting: PreparedDocument[] = [];
  let characters = 0;
  let bytes = 0;
  let share = 0;

  const remark = (sentence: string): void => {
    if (sentence === '') return;
    remarked += 1;
    if (remarks.length < sentenceLimit) remarks.push(sentence);
  };
  const tell = (isDue: boolean): void => {
    const time = now();
    if (!isDue && time - reported < reportInterval) return;
    reported = time;
    const found = Math.max(0, passages() - passagesBefore);
    report({ ...counts, share, passages: found, secondsLeft: timeLeft.at(time, share) });
  };
  const commit = (): Failure | null => {
    if (waiting.length === 0) return null;
    const began = now();
    const written = write(waiting);
    size.took(characters, now() - began);
    waiting = [];
    characters = 0;
    bytes = 0;
    if (!written.ok) return written.error;
    for (const { document, status, reason, versionOf } of written.value) {
      if (status === 'added') {
        counts.added += 1;
        if (versionOf !== undefined) remark(`“${document}”: ${reason}`);
      } else {
        counts.there += 1;
        remark(reason === '' ? `“${document}” is there already.` : reason);
      }
    }
    return null;
  };
  const end = (ending: ImportSummary['ending']): ImportSummary => {
    tell(true);
    return { ...counts, refusals, remarks, remarked, ending };
  };

  tell(true);
  for await (const { article, notes, share: read } of articles) {
    if (isCancelled()) return end('cancelled');
    share = read;
    if (article.ok) {
      waiting.push(article.value);
      characters += article.value.text.length;
      bytes += article.value.packed?.deflated.length ?? article.value.original?.length ?? 0;
    } else {
      counts.refused += 1;
      if (refusals.length < sentenceLimit) refusals.push(article.error);
    }
    for (const note of notes) remark(note);
    if (characters >= size.characters() || waiting.length >= documentLimit || bytes >= byteLimit) {
      const failure = commit();
      if (failure !== null) return end(failure);
    }
    tell(false);
  }
  if (isCancelled()) return end('cancelled');
  const failure = commit();
  return end(failure ?? 'complete');
}
