/** What becomes of documents that come in one after the other: found out before anything is written. */
import type { DocumentToImport } from '#shared/domain/commands/import-documents.ts';
import type { PackedOriginal } from '#shared/domain/document.ts';
import { packOriginal } from '#electron/exchange/packed-original.ts';
import { sha256Of } from '#electron/store/event-log.ts';
import type { Context } from './context.ts';
import { documentId, freeName } from './document-identity.ts';
import { versionsIn } from './versions.ts';
import type { ImportedDocument, PreparedDocument } from './workbench.ts';

export interface Arrival {
  readonly answer: ImportedDocument;
  /** What would be written; `null` where it is there already. */
  readonly added: {
    readonly document: DocumentToImport;
    /** Documents with its address that were there or came before it. */
    readonly versions: readonly string[];
  } | null;
}

/**
 * The same text under the same file name is the same article and stays as it is; the same text under another name is a
 * copy, and an analyst wants to see it counted (decision 0006). Another text under an address that is known is a changed
 * version. Looks up what it must know of each document and no more, so that a batch costs as much in a large project as
 * in a small one; remembers those that came before.
 */
export function createArrivals(context: Pick<Context, 'store'>): (given: PreparedDocument) => Arrival {
  const { rows } = context.store;
  const names = new Set<string>();
  const nameByText = new Map<string, string>();
  const nameById = new Map<string, string>();
  const versions = versionsIn(context);
  const isTaken = (name: string): boolean => names.has(name) || rows.isDocumentName(name);
  return (given) => {
    const { name, title, text } = given;
    const sha256 = sha256Of(text);
    const document = documentId(name, sha256);
    const known = nameById.get(document) ?? rows.document(document)?.name;
    if (known !== undefined) {
      const reason = `“${known}” is in the project already, with the same text.`;
      return { answer: { document: known, documentId: document, status: 'already there', reason }, added: null };
    }
    const free = freeName(name, isTaken);
    const twin = nameByText.get(sha256) ?? rows.nameOfText(sha256);
    names.add(free);
    nameById.set(document, free);
    nameByText.set(sha256, twin ?? free);
    const original = packedOf(given)?.sha256;
    const origin = original === undefined ? given.origin : { ...given.origin, original };
    const older = versions.add({ id: document, name: free, sha256, url: origin.url });
    const reason = addedReason(name, free, twin, older);
    const answer = { document: free, documentId: document, status: 'added', reason } as const;
    return {
      answer: older === undefined ? answer : { ...answer, versionOf: older },
      added: {
        document: { document, name: free, title, sha256, length: text.length, origin },
        versions: versions.of(document),
      },
    };
  };
}

/** The file's own bytes, packed here where nobody has done it ahead. */
export function packedOf({ original, packed }: PreparedDocument): PackedOriginal | undefined {
  return packed ?? (original === undefined ? undefined : packOriginal(original));
}

/** @param older the newest document with the same address and another text */
function addedReason(name: string, free: string, twin: string | undefined, older: string | undefined): string {
  const reasons = [
    ...(older === undefined ? [] : [`A changed version of “${older}”.`]),
    ...(twin === undefined ? [] : [`Its text is the same as that of “${twin}”.`]),
    ...(name === free ? [] : [`Another document is called “${name}”, so this one is “${free}”.`]),
  ];
  return reasons.join(' ');
}
