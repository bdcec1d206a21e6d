import { err, ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { importDocuments, type DocumentToImport, type ImportFacts } from '#shared/domain/commands/import-documents.ts';
import type { PackedOriginal } from '#shared/domain/document.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import type { FoundOccurrence } from '#shared/domain/occurrence.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { Writing } from '#electron/store/store.ts';
import { act, type Context } from '../context.ts';
import { watchAnnotations, type AnnotationWatch, type WatchedAnnotation } from '../annotation-watch.ts';
import { createArrivals, packedOf } from '../arrivals.ts';
import type { Collation, DocumentToCollate } from '../collation.ts';
import type { ImportedDocument, PreparedDocument } from '../workbench.ts';

/**
 * Brings documents in, as `createArrivals` says of each.
 * @param as the act, where an import is written in several transactions; refused once that act was undone
 */
export function importNewDocuments(
  context: Context,
  documents: readonly PreparedDocument[],
  actor: string,
  as?: string,
): Result<readonly ImportedDocument[], Failure> {
  return act(context, (): Result<Imported, Refusal> => {
    if (as !== undefined && context.store.rows.isReversed(as)) return err({ type: 'ImportUndone' });
    const arrive = createArrivals(context);
    const added: DocumentToImport[] = [];
    const collating: DocumentToCollate[] = [];
    const texts = new Map<string, string>();
    const originals = new Map<string, PackedOriginal>();
    const answers = documents.map((given): ImportedDocument => {
      const { answer, added: one } = arrive(given);
      if (one === null) return answer;
      const { text, prepared, origin } = given;
      const { document, versions } = one;
      added.push(document);
      texts.set(document.sha256, text);
      const original = packedOf(given);
      if (original !== undefined) originals.set(original.sha256, original);
      collating.push({ id: document.document, source: origin.source ?? '', text, prepared, versions });
      return answer;
    });
    const collated = context.collation.add(collating);
    const events = importDocuments(added, { copies: copiesInto(context, collated.added) });
    const writing = { actor, events, texts, originals: originals.values(), collated: collated.changed };
    return ok({ value: answers, writing: as === undefined ? writing : { ...writing, act: as } });
  });
}

interface Imported {
  readonly value: readonly ImportedDocument[];
  readonly writing: Writing;
}

/** Copies in the new documents of passages that are annotated already, by the same rules as tagging. */
function copiesInto({ store, collation }: Context, added: readonly IndexedDocument[]): ImportFacts['copies'] {
  if (added.length === 0) return [];
  const annotations = store.rows.annotations().filter(({ document }) => store.rows.document(document) !== undefined);
  if (annotations.length === 0) return [];
  const watch = watchOf(collation, annotations);
  const found = new Map<string, FoundOccurrence[]>();
  for (const document of added) {
    for (const { id, document: own, start, end } of watch.candidates(document)) {
      const copies = collation
        .copiesIn(own, { start, end }, document)
        .occurrences.filter((occurrence) => occurrence.document === document.id);
      if (copies.length > 0) found.set(id, [...(found.get(id) ?? []), ...copies]);
    }
  }
  return [...found].map(([annotation, occurrences]) => ({ annotation, occurrences }));
}

/** Made once for the same annotations: article after article is held against them. */
const watches = new WeakMap<Collation, { readonly key: string; readonly watch: AnnotationWatch }>();

function watchOf(collation: Collation, annotations: readonly WatchedAnnotation[]): AnnotationWatch {
  // An annotation's own span never changes, so its id says all.
  const key = annotations.map(({ id }) => id).join(' ');
  const known = watches.get(collation);
  if (known?.key === key) return known.watch;
  const watch = watchAnnotations(annotations, collation.document);
  watches.set(collation, { key, watch });
  return watch;
}
