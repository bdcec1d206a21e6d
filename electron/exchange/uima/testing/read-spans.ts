/** What a reader has found in a CAS, in few words. */
import type { SetFormat } from '../../set/format.ts';
import type { ReadDocument } from '../../set/read-document.ts';
import type { SetSource } from '../../set/source.ts';
import { documentsOf, placedIn } from '../../testing/set-of-source.ts';

/** Start, end and label of each span, as they stand in the file. */
export function spansOf(document: ReadDocument | undefined): readonly string[] {
  return (document?.spans ?? []).map(({ start, end, label }) => `${start}-${end} ${label}`);
}

/** The words that each span covers, or why it is refused. */
export function wordsOf(document: ReadDocument): readonly string[] {
  const text = document.text ?? '';
  return placedIn(document).map((placed) =>
    placed.type === 'rejected' ? placed.why : text.slice(placed.place.start, placed.place.end),
  );
}

export async function onlyDocument(source: SetSource, format: Pick<SetFormat, 'read'>): Promise<ReadDocument> {
  const [only] = await documentsOf(source, format);
  if (only === undefined) throw new Error('no document was read');
  return only;
}
