/** Which document of the project a document of a file is: by the hash of its text, else by its id or name. */
import { frozenText, textFault } from '#electron/exchange/set/annotated-document.ts';
import type { ReadDocument } from '#electron/exchange/set/read-document.ts';
import { tokenText } from '#electron/exchange/set/token-text.ts';
import { sha256Of } from '#electron/store/event-log.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
import type { Context } from '../context.ts';

export type DocumentMatch =
  /** Its text is that of a document of the project, or its spans are to be read in it. */
  | {
      readonly type: 'found';
      readonly by: 'hash' | 'name';
      readonly document: DocumentRow;
      readonly text: string;
      /** The file says itself that its offsets count another text than this document's. */
      readonly isOtherText: boolean;
    }
  /** No document of the project has this text. */
  | { readonly type: 'unknown'; readonly text: string }
  | { readonly type: 'refused'; readonly why: string };

/** @param brought its id in the project, where it has just come in with this import */
export function matchDocument(context: Context, read: ReadDocument, brought?: string): DocumentMatch {
  const { rows } = context.store;
  const written = read.text;
  if (written !== null) {
    const fault = textFault(written);
    if (fault !== null) return { type: 'refused', why: fault };
    const text = frozenText(written);
    const twin = (brought === undefined ? undefined : rows.document(brought)) ?? twinOf(context, read, sha256Of(text));
    if (twin === null) return { type: 'unknown', text };
    return { type: 'found', by: 'hash', document: twin, text, isOtherText: false };
  }
  const { id, name, sha256 } = read;
  const twin = sha256 === undefined ? null : twinOf(context, read, sha256);
  if (twin !== null)
    return { type: 'found', by: 'hash', document: twin, text: context.text(twin.id), isOtherText: false };
  const known =
    (id === undefined ? undefined : (rows.document(id) ?? rows.documentsAt(id)[0])) ??
    named(context, name) ??
    named(context, id) ??
    named(context, lastPart(id));
  if (known !== undefined) {
    const isOtherText = sha256 !== undefined;
    return { type: 'found', by: 'name', document: known, text: context.text(known.id), isOtherText };
  }
  // A file of tokens alone has words to be looked for, though no text.
  if (read.tokens !== undefined) return { type: 'unknown', text: tokenText(read.tokens) };
  const called = name ?? id ?? '';
  const why =
    called === '' ? 'the file does not say which document it belongs to' : `no document of the project is “${called}”`;
  return { type: 'refused', why };
}

/** Of several documents with the same text the one of the same id, else of the same name, else the first by name. */
function twinOf({ store }: Context, { id, name }: ReadDocument, sha256: string): DocumentRow | null {
  const twins = store.rows.documentsOfText(sha256);
  return twins.find((twin) => twin.id === id) ?? twins.find((twin) => twin.name === name) ?? twins[0] ?? null;
}

/** Web Annotations name their source by an address, which often ends in the name of a file. */
function lastPart(id: string | undefined): string | undefined {
  return id === undefined || !/^https?:\/\//iu.test(id) ? undefined : /([^/?#]+)\/?(?:[?#].*)?$/u.exec(id)?.[1];
}

/** With or without the ending of a text file: other programs' files are called after ours. */
function named({ store }: Context, name: string | undefined): DocumentRow | undefined {
  if (name === undefined || name === '') return undefined;
  const candidates = [name, `${name}.txt`, `${name}.md`, name.replace(/\.[a-z0-9]{1,5}$/iu, '')];
  for (const candidate of candidates) {
    const found = store.rows.documentsNamed(candidate);
    if (found.length === 1) return found[0];
  }
  return undefined;
}
