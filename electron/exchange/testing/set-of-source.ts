/** A set of what a reader finds in files, as an import makes one; for tests that write it again. */
import type { AnnotatedDocument, AnnotatedSet, SetLabel } from '#shared/domain/annotated-set.ts';
import { annotatedDocument, frozenText } from '../set/annotated-document.ts';
import type { SetFormat } from '../set/format.ts';
import { placeSpans, type PlacedSpan } from '../set/placing.ts';
import type { ReadDocument, ReadItem } from '../set/read-document.ts';
import type { SetSource } from '../set/source.ts';
import { writtenText } from '../set/token-text.ts';
import { setOf } from './golden-set.ts';

export async function itemsOf(source: SetSource, { read }: Pick<SetFormat, 'read'>): Promise<readonly ReadItem[]> {
  const items: ReadItem[] = [];
  if (read === undefined) throw new Error('the format is not read');
  for await (const item of read(source)) items.push(item);
  return items;
}

export async function documentsOf(
  source: SetSource,
  format: Pick<SetFormat, 'read'>,
): Promise<readonly ReadDocument[]> {
  return (await itemsOf(source, format)).flatMap((item) => (item.type === 'document' ? [item.document] : []));
}

/** Where and why, of each problem. */
export async function problemsOf(source: SetSource, format: Pick<SetFormat, 'read'>): Promise<readonly string[]> {
  const items = await itemsOf(source, format);
  return items.flatMap((item) => (item.type === 'problem' ? [`${item.where}: ${item.why}`] : []));
}

export function placedIn(document: ReadDocument): readonly PlacedSpan[] {
  return placeSpans(document, frozenText(writtenText(document) ?? ''));
}

/** Documents without a text are left out. */
export async function setOfSource(source: SetSource, format: Pick<SetFormat, 'read'>): Promise<AnnotatedSet> {
  const items = await itemsOf(source, format);
  const documents = items.flatMap((item): readonly AnnotatedDocument[] => {
    const written = item.type === 'document' ? writtenText(item.document) : null;
    if (item.type !== 'document' || written === null) return [];
    const text = frozenText(written);
    return [annotatedDocument(item.document, text, placeSpans(item.document, text))];
  });
  const found = new Map<string, SetLabel>();
  for (const item of items) if (item.type === 'labels') for (const label of item.labels) found.set(label.label, label);
  for (const { label } of documents.flatMap(({ occurrences }) => occurrences))
    if (!found.has(label)) found.set(label, { label, name: label, key: '' });
  const project = items.find((item) => item.type === 'project');
  return setOf(documents, { labels: [...found.values()], ...(project === undefined ? {} : { project }) });
}
