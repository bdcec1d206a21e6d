import { err, ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { importDocuments, type DocumentToImport, type ImportFacts } from '#shared/domain/commands/import-documents.ts';
import type { IndexedDocument } from '#shared/collation/indexed-document.ts';
import type { PreparedText } from '#shared/collation/prepared-text.ts';
import type { FoundOccurrence } from '#shared/domain/occurrence.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import { sha256Of } from '#electron/store/event-log.ts';
import type { Writing } from '#electron/store/store.ts';
import { act, type Context } from '../context.ts';
import { watchAnnotations, type AnnotationWatch, type WatchedAnnotation } from '../annotation-watch.ts';
import type { Collation } from '../collation.ts';
import { documentId, freeName } from '../document-identity.ts';
import type { ImportedDocument, PreparedDocument } from '../workbench.ts';

/**
 * Brings documents in. The same text under the same file name is the same article and stays as it is; the same text
 * under another name is a copy, and an analyst wants to see it counted (decision 0006). Looks up what it must know of
 * each document and no more, so that a batch costs as much in a large project as in a small one.
 * @param as the act, where an import is written in several transactions; refused once that act was undone
 */
export function importNewDocuments(
  context: Context,
  documents: readonly PreparedDocument[],
  actor: string,
  as?: string,
): Result<readonly ImportedDocument[], Failure> {
  return act(context, (): Result<Imported, Refusal> => {
    const { rows } = context.store;
    if (as !== undefined && rows.isReversed(as)) return err({ type: 'ImportUndone' });
    const names = new Set<string>();
    const nameByText = new Map<string, string>();
    const nameById = new Map<string, string>();
    const added: DocumentToImport[] = [];
    const texts = new Map<string, string>();
    const preparations = new Map<string, PreparedText>();
    const isTaken = (name: string): boolean => names.has(name) || rows.isDocumentName(name);
    const answers = documents.map(({ name, title, text, origin, prepared }): ImportedDocument => {
      const sha256 = sha256Of(text);
      const document = documentId(name, sha256);
      const known = nameById.get(document) ?? rows.document(document)?.name;
      if (known !== undefined) {
        const reason = `“${known}” is in the project already, with the same text.`;
        return { document: known, documentId: document, status: 'already there', reason };
      }
      const free = freeName(name, isTaken);
      const twin = nameByText.get(sha256) ?? rows.nameOfText(sha256);
      names.add(free);
      nameById.set(document, free);
      nameByText.set(sha256, twin ?? free);
      texts.set(sha256, text);
      if (prepared !== undefined) preparations.set(sha256, prepared);
      added.push({ document, name: free, title, sha256, length: text.length, origin });
      return { document: free, documentId: document, status: 'added', reason: addedReason(name, free, twin) };
    });
    const collated = context.collation.add(
      added.map(({ document, sha256, origin }) => ({
        id: document,
        source: origin.source ?? '',
        text: texts.get(sha256) ?? '',
        prepared: preparations.get(sha256),
      })),
    );
    const events = importDocuments(added, { copies: copiesInto(context, collated.added) });
    const writing = { actor, events, texts, collated: collated.changed };
    return ok({ value: answers, writing: as === undefined ? writing : { ...writing, act: as } });
  });
}

interface Imported {
  readonly value: readonly ImportedDocument[];
  readonly writing: Writing;
}

function addedReason(name: string, free: string, twin: string | undefined): string {
  const reasons = [
    ...(twin === undefined ? [] : [`Its text is the same as that of “${twin}”.`]),
    ...(name === free ? [] : [`Another document is called “${name}”, so this one is “${free}”.`]),
  ];
  return reasons.join(' ');
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
