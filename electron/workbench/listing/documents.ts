import { err, ok, type Result } from '#shared/text/result.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { Context } from '../context.ts';
import type { DocumentListing } from '../workbench.ts';

/** The documents by name, each with its group. */
export function listDocuments({ store, collation }: Context): readonly DocumentListing[] {
  collation.settle();
  const groups = new Map(store.rows.collations().map(({ document, group }) => [document, group]));
  return store.rows.documents().map((row) => ({ ...row, group: groups.get(row.id) ?? null }));
}

/** The document called so: by id, by name, or by a beginning of a name or an id that no other document shares. */
export function resolveDocument(context: Context, text: string): Result<DocumentListing, Refusal> {
  const documents = listDocuments(context);
  // Some file systems give names decomposed, keyboards type them composed.
  const wanted = text.normalize('NFC');
  const isCalled = ({ id, name }: DocumentListing): boolean => id === wanted || name.normalize('NFC') === wanted;
  const whole = documents.filter(isCalled);
  const named = wanted === '' ? [] : documents.filter(({ name }) => name.normalize('NFC').startsWith(wanted));
  const numbered = wanted === '' ? [] : documents.filter(({ id }) => id.startsWith(wanted));
  const candidates = [whole, named, numbered].find((found) => found.length > 0) ?? [];
  const [document, second] = candidates;
  if (document === undefined) return err({ type: 'UnknownDocument', document: text });
  if (second === undefined) return ok(document);
  return err({ type: 'AmbiguousDocument', document: text, candidates: candidates.map(({ name }) => name) });
}

/** The annotation with that id, or with an id that begins so and no other does. */
export function resolveAnnotation({ store }: Context, text: string): Result<string, Refusal> {
  const ids = store.rows.annotations().map(({ id }) => id);
  if (ids.includes(text)) return ok(text);
  const candidates = text === '' ? [] : ids.filter((id) => id.startsWith(text));
  const [id, second] = candidates;
  if (id === undefined) return err({ type: 'UnknownAnnotation', annotation: text });
  return second === undefined ? ok(id) : err({ type: 'AmbiguousAnnotation', annotation: text, candidates });
}
