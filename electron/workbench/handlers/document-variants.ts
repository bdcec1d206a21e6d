import { ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { DocumentVariants } from '#shared/contract/methods.ts';
import type { Context } from '../context.ts';
import { relativesOf } from '../relatives.ts';
import { failed, requireDocument } from './requirements.ts';

/** A document of a large group is held against so many of its siblings, and of the others, and no more. */
const comparedAtMost = 12;
/** Characters that a document outside the group must share: around stock phrases everything is different. */
const sharedAtLeast = 150;
/** Characters read at most, so that the window never waits: some fifty milliseconds. */
const readAtMost = 1_000_000;

/** What of a document none of its copies has: what its editor may have put in. */
export function findVariants(context: Context, document: string): Result<DocumentVariants, Failure> {
  const known = requireDocument(context, document);
  if (!known.ok) return failed(known);
  const { siblings, others } = relativesOf(context, document, sharedAtLeast);
  const wanted = [...siblings.slice(0, comparedAtMost), ...others.slice(0, comparedAtMost)];
  let read = 0;
  const compared = wanted.filter((other) => {
    read += known.value.length + (context.store.rows.document(other)?.length ?? 0);
    return read <= readAtMost;
  });
  return ok({ document, insertions: context.collation.insertions(document, compared) });
}
