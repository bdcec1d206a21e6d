import type { NewDocument } from '../document.ts';
import type { EventDraft } from '../event.ts';
import type { FoundOccurrence } from '../occurrence.ts';

export interface DocumentToImport extends Pick<NewDocument, 'name' | 'title' | 'origin'> {
  readonly document: string;
  readonly sha256: string;
  readonly length: number;
}

export interface ImportFacts {
  /** Copies that the new documents hold of passages annotated already. */
  readonly copies: readonly { readonly annotation: string; readonly occurrences: readonly FoundOccurrence[] }[];
}

/**
 * New documents come in, and the annotations that live there already reach into them: one act.
 *
 * @throws where a document is empty: whoever reads files has refused it, and no project could be read with it
 */
export function importDocuments(documents: readonly DocumentToImport[], facts: ImportFacts): readonly EventDraft[] {
  const empty = documents.find(({ length }) => length === 0);
  if (empty !== undefined) throw new Error(`The document “${empty.name}” is empty.`);
  return [
    ...documents.map((payload): EventDraft => ({ type: 'document-imported', payload })),
    ...facts.copies
      .filter(({ occurrences }) => occurrences.length > 0)
      .map((payload): EventDraft => ({ type: 'occurrences-found', payload })),
  ];
}
