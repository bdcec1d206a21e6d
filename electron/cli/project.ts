/** Commands work on a project that is open for as long as they need it. */
import { resolve } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import { err, type Result } from '#shared/text/result.ts';
import { checkSpan, type Span } from '#shared/text/span.ts';
import { failureOf, surroundingsFailure } from '#electron/workbench/failures.ts';
import { openProject } from '#electron/workbench/open.ts';
import type { DocumentListing, Workbench } from '#electron/workbench/workbench.ts';
import type { Arguments } from './arguments.ts';
import type { Answer, Answering, PositionalSpec, Surroundings } from './command.ts';

export const projectPositional: PositionalSpec = { name: 'PROJECT' };

/** Opens the project that a word names, the first if nothing else is said, and closes it whatever happens. */
export async function withProject(
  args: Arguments,
  { cwd }: Surroundings,
  work: (workbench: Workbench) => Answering,
  at = 0,
): Promise<Result<Answer, Failure>> {
  const opened = openProject(resolve(cwd, args.positional(at)));
  if (!opened.ok) return opened;
  try {
    // What another program left half known is made known first: an answer must not hang on who asked before.
    opened.value.settle(Infinity);
    return await work(opened.value);
  } catch (error) {
    // What the disk does to a command that only reads is nobody's bug either.
    return err(surroundingsFailure(error, opened.value.path));
  } finally {
    opened.value.close();
  }
}

export function asFailure<T>(result: Result<T, Refusal>): Result<T, Failure> {
  return result.ok ? result : err(failureOf(result.error));
}

export function resolveDocument(workbench: Workbench, name: string): Result<DocumentListing, Failure> {
  return asFailure(workbench.resolveDocument(name));
}

export interface PlaceInText {
  readonly document: DocumentListing;
  readonly span: Span;
  /** The text that stands there. */
  readonly quote: string;
}

/** The place that `--document`, `--start` and `--end` name, held against the document's text. */
export function placeOf(workbench: Workbench, args: Arguments): Result<PlaceInText, Failure> {
  const document = resolveDocument(workbench, args.text('document'));
  if (!document.ok) return document;
  const text = workbench.text(document.value.id);
  const span = asFailure(checkSpan(text, { start: args.integer('start'), end: args.integer('end') }));
  if (!span.ok) return span;
  const { start, end } = span.value;
  return { ok: true, value: { document: document.value, span: { start, end }, quote: text.slice(start, end) } };
}
