/**
 * Bringing another program's annotations in, as a row of short transactions of one act; or looking through the file, which
 * writes nothing.
 */
import type { ReadItem } from '#electron/exchange/set/read-document.ts';
import type { AnnotationImport, AnnotationImportSummary } from '#electron/workbench/annotations-import/import.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { ok, type Result } from '#shared/text/result.ts';

export interface AnnotationsRun {
  readonly items: AsyncIterable<ReadItem>;
  readonly taking: AnnotationImport;
  /** Runs one transaction when it is the job's turn. */
  readonly write: <T>(transaction: () => T) => T;
  /** Asked before every transaction. */
  readonly isCancelled: () => boolean;
  /** Told how many documents have been dealt with. */
  readonly report: (documents: number) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface AnnotationsTaken {
  readonly summary: AnnotationImportSummary;
  readonly isCancelled: boolean;
}

/** How long a transaction is to take, in milliseconds: an analyst's tag waits for it. */
const wanted = 40;
const mostDocuments = 200;
/** Spans of one part at first, and at most. */
const firstSpans = 50;
const mostSpans = 2000;

export async function runAnnotations(run: AnnotationsRun): Promise<Result<AnnotationsTaken, Failure>> {
  const { items, taking, write, isCancelled, report, now } = run;
  let part: ReadItem[] = [];
  let documents = 0;
  let spans = 0;
  let allowed = firstSpans;
  let done = 0;

  const take = (): Result<null, Failure> => {
    const began = now();
    const taken = write(() => taking.take(part));
    const fitting = (spans * wanted) / Math.max(1, now() - began);
    if (spans > 0) allowed = Math.round(Math.max(10, Math.min(mostSpans, allowed * 2, fitting)));
    done += documents;
    [part, documents, spans] = [[], 0, 0];
    report(done);
    return taken;
  };
  const end = (cancelled: boolean): Result<AnnotationsTaken, Failure> => {
    const ended = write(() => taking.end());
    return ended.ok ? ok({ summary: ended.value, isCancelled: cancelled }) : ended;
  };

  for await (const item of items) {
    if (isCancelled()) return end(true);
    part.push(item);
    if (item.type === 'document') {
      documents += 1;
      spans += item.document.spans.length;
    }
    if (documents < mostDocuments && spans < allowed && part.length < 10 * mostSpans) continue;
    const taken = take();
    if (!taken.ok) return taken;
  }
  if (isCancelled()) return end(true);
  const taken = take();
  return taken.ok ? end(false) : taken;
}
