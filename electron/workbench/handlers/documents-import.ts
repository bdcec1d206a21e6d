import { ok, type Result } from '#shared/text/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { importDocuments, type DocumentToImport, type ImportFacts } from '#shared/domain/commands/import-documents.ts';
import type { NewDocument } from '#shared/domain/document.ts';
import { sha256Of } from '#electron/store/event-log.ts';
import { act, type Context } from '../context.ts';
import { documentId, freeName } from '../document-identity.ts';
import type { ImportedDocument } from '../workbench.ts';

/**
 * Brings documents in as one act. The same text under the same file name is the same article and stays as it is; the
 * same text under another name is a copy, and an analyst wants to see it counted (decision 0006).
 */
export function importNewDocuments(
  context: Context,
  documents: readonly NewDocument[],
  actor: string,
): Result<readonly ImportedDocument[], Failure> {
  return act(context, () => {
    const { store } = context;
    const standing = store.rows.documents();
    const ids = new Set(standing.map(({ id }) => id));
    const names = new Set(standing.map(({ name }) => name));
    const nameByText = new Map(standing.map(({ sha256, name }) => [sha256, name]));
    const nameById = new Map(standing.map(({ id, name }) => [id, name]));
    const added: DocumentToImport[] = [];
    const texts = new Map<string, string>();
    const answers = documents.map(({ name, title, text, origin }): ImportedDocument => {
      const sha256 = sha256Of(text);
      const document = documentId(name, sha256);
      if (ids.has(document)) {
        const known = nameById.get(document) ?? name;
        const reason = `“${known}” is in the project already, with the same text.`;
        return { document: known, documentId: document, status: 'already there', reason };
      }
      const free = freeName(name, names);
      const twin = nameByText.get(sha256);
      ids.add(document);
      names.add(free);
      nameById.set(document, free);
      nameByText.set(sha256, twin ?? free);
      texts.set(sha256, text);
      added.push({ document, name: free, title, sha256, length: text.length, origin });
      return { document: free, documentId: document, status: 'added', reason: addedReason(name, free, twin) };
    });
    const facts: ImportFacts = { copies: copiesInto(context, added, texts) };
    const events = importDocuments(added, facts);
    return ok({ value: answers, writing: { actor, events, texts } });
  });
}

function addedReason(name: string, free: string, twin: string | undefined): string {
  const reasons = [
    ...(twin === undefined ? [] : [`Its text is the same as that of “${twin}”.`]),
    ...(name === free ? [] : [`Another document is called “${name}”, so this one is “${free}”.`]),
  ];
  return reasons.join(' ');
}

/** Copies in the new documents of passages that are annotated already, by the same rules as tagging. */
function copiesInto(
  { store, collation }: Context,
  added: readonly DocumentToImport[],
  texts: ReadonlyMap<string, string>,
): ImportFacts['copies'] {
  const annotations = store.rows.annotations();
  if (annotations.length === 0 || added.length === 0) return [];
  const isNew = new Set(added.map(({ document }) => document));
  const finder = collation.withDocuments(
    added.map(({ document, sha256 }) => ({ id: document, text: texts.get(sha256) ?? '' })),
  );
  return annotations
    .filter(({ document }) => store.rows.document(document) !== undefined)
    .map(({ id, document, start, end }) => ({
      annotation: id,
      occurrences: finder.copiesOf(document, { start, end }).occurrences.filter((found) => isNew.has(found.document)),
    }));
}
