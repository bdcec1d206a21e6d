/** What waits for a look, in every document: counts say where, and those documents are read. */
import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import type { Mirror } from '#renderer/state/mirror.ts';
import { documentsInOrder, pendingIn, type ShownOccurrence } from '#renderer/state/selectors.ts';

/** So many documents are read for the list at once. */
const readAtMost = 40;

export interface PendingOccurrences {
  readonly occurrences: readonly ShownOccurrence[];
  readonly isReading: boolean;
  /** Documents with some that were not read yet. */
  readonly moreDocuments: number;
}

export function usePendingOccurrences(): PendingOccurrences {
  const state = useWindowState();
  const counts = useMirror((mirror) => mirror.rows.count);
  const documents = useMirror(documentsInOrder);
  const waiting = useMemo(() => {
    const ids = new Set<string>();
    for (const { document, pending } of counts.values()) if (pending > 0 && document !== '') ids.add(document);
    return documents.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  }, [counts, documents]);
  const question = waiting.slice(0, readAtMost).join(' ');
  const [isReading, setReading] = useState(true);

  useEffect(() => {
    let current = true;
    const ids = question.split(' ').filter(Boolean);
    const read = async (): Promise<void> => {
      await readAll(state, ids);
      if (current) setReading(false);
    };
    void read();
    return () => {
      current = false;
    };
  }, [state, question]);

  const occurrences = useMirror(useShallow((mirror: Mirror) => waiting.flatMap((id) => pendingIn(mirror, id))));
  return { occurrences, isReading, moreDocuments: Math.max(0, waiting.length - readAtMost) };
}

async function readAll({ sync, notices }: ReturnType<typeof useWindowState>, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    // One after the other, so that the window stays quick.
    // oxlint-disable-next-line no-await-in-loop
    const read = await sync.readDocument(id);
    if (!read.ok) notices.add('refusal', read.error.message);
  }
}
