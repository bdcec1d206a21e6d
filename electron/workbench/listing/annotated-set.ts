import type { RowReader } from '#electron/store/row-reader.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
import type { AnnotatedDocument, AnnotatedSet } from '#shared/domain/annotated-set.ts';
import type { LoggedEvent } from '#shared/domain/event.ts';
import type { Context } from '../context.ts';

/** Documents whose rows are read at once. */
const atOnce = 500;

/**
 * The project as exporters take it: everything that is live, in the order of names. It is read anew on each walk:
 * whoever walks it twice holds a snapshot (`store.holdSnapshot`), lest somebody tag in between.
 * @param only the documents, where not all are wanted
 */
export function annotatedSet(context: Pick<Context, 'store'>, only?: readonly DocumentRow[]): AnnotatedSet {
  const { rows, annotated } = context.store;
  return {
    project: rows.project(),
    labels: rows.labels().map(({ id, name, key }) => ({ label: id, name, key })),
    size: only?.length ?? rows.documentCount(),
    documents: () => documentsOf(context, only),
    history: only === undefined ? () => eventsOf(context) : undefined,
    bare: only === undefined ? annotated.bare() : [],
  };
}

function* eventsOf({ store }: Pick<Context, 'store'>): Generator<LoggedEvent> {
  for (const { seq: _seq, local: _local, ...event } of store.log.walk()) yield event;
}

function* documentsOf({ store }: Pick<Context, 'store'>, only?: readonly DocumentRow[]): Generator<AnnotatedDocument> {
  const { rows, annotated, log } = store;
  for (const { id, name, title, sha256, source, author, date, url } of only ?? allOf(rows)) {
    const text = log.text(sha256);
    if (text === undefined) throw new Error(`The text of “${name}” is not in the project.`);
    const group = rows.collation(id)?.group ?? '';
    const facts = { id, name, title, sha256, source, author, date, url, group };
    yield { ...facts, text, occurrences: annotated.occurrencesIn(id) };
  }
}

function* allOf(rows: Pick<RowReader, 'documentsAfter'>): Generator<DocumentRow> {
  let after: string | null = null;
  for (;;) {
    const part = rows.documentsAfter(after, atOnce);
    yield* part;
    after = part.at(-1)?.id ?? null;
    if (part.length < atOnce || after === null) return;
  }
}
