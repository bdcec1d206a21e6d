import { joinParts, type Part } from '../set/parts.ts';
import { problem, type ReadItem } from '../set/read-document.ts';
import { SourceFault, type SetSource } from '../set/source.ts';
import { annotationsIn } from './annotations.ts';
import { readAnnotation, type DocumentPart } from './read-annotation.ts';

/**
 * Annotations that follow one another and have the same source are one document. The words around a span are told,
 * its text is not in the file. @param limit of files that are looked at whole, in bytes
 */
export async function* readW3c(source: SetSource, limit?: number): AsyncGenerator<ReadItem> {
  for (const file of source.files) {
    const documents = createDocuments();
    try {
      for await (const found of annotationsIn(file, limit)) {
        if (found.type === 'annotation') {
          for (const part of readAnnotation(found.value, found.where)) {
            if ('type' in part) yield part;
            else yield* documents.take(part);
          }
        } else yield found;
      }
      yield* documents.end();
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      yield* documents.end();
      yield problem(file.path, error.message);
    }
  }
}

interface Documents {
  readonly take: (part: DocumentPart) => Iterable<ReadItem>;
  readonly end: () => Iterable<ReadItem>;
}

function createDocuments(): Documents {
  let current:
    | { readonly document: DocumentPart['document']; readonly key: string; readonly parts: Part[] }
    | undefined;

  function* end(): Generator<ReadItem> {
    if (current === undefined) return;
    const { document, parts } = current;
    current = undefined;
    const spans = joinParts(parts, ' … ');
    const names = new Map<string, string>();
    for (const { label, labelName } of spans)
      if (labelName !== undefined || !names.has(label)) names.set(label, labelName ?? label);
    yield { type: 'labels', labels: [...names].map(([label, name]) => ({ label, name, key: '' })) };
    const where = spans[0]?.where ?? '';
    const counting = { text: null, unit: 'code-point', otherUnits: ['utf-16'], join: ' … ' } as const;
    yield { type: 'document', document: { where, ...document, ...counting, spans } };
  }

  return {
    *take(part) {
      const { id, name, sha256 } = part.document;
      const key = JSON.stringify([id, name, sha256]);
      if (current !== undefined && current.key !== key) yield* end();
      current ??= { document: part.document, key, parts: [] };
      current.parts.push(part);
    },
    end,
  };
}
