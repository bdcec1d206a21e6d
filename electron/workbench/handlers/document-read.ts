import { ok, type Result } from '#shared/text/result.ts';
import { tokenise } from '#shared/text/tokens.ts';
import { furnitureOf, furnitureSpans } from '#shared/collation/furniture.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ReadDocument } from '#shared/contract/methods.ts';
import { putRow } from '#electron/store/row-reader.ts';
import type { Context } from '../context.ts';
import { failed, requireDocument } from './requirements.ts';

/** A document as the reader needs it: text, annotations with every occurrence, and what it shares with others. */
export function readDocument(context: Context, document: string): Result<ReadDocument, Failure> {
  const known = requireDocument(context, document);
  if (!known.ok) return failed(known);
  const { rows, head } = context.store;
  const text = context.text(document);
  const tokens = tokenise(text);
  const isStanding = (hash: number): boolean => context.collation.index.isStanding(known.value.source, hash);
  return ok({
    seq: head.read()?.seq ?? 0,
    document,
    text,
    changes: [
      putRow.document(known.value),
      ...[rows.collation(document)].flatMap((row) => (row === undefined ? [] : [putRow.collation(row)])),
      ...rows.annotationsIn(document).map(putRow.annotation),
      ...rows.occurrencesAround(document).map(putRow.occurrence),
    ],
    shared: context.collation.sharedIn(document),
    furniture: furnitureSpans(text, tokens, furnitureOf(text, tokens, isStanding)),
  });
}
