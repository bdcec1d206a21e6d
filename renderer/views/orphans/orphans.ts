/** What newer versions of articles have no place for yet, read again whenever documents or counts have changed. */
import { useEffect, useState } from 'react';
import type { ReadOrphan } from '#shared/contract/methods.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';

/** An import changes counts several times a second, in milliseconds. */
const restsFor = 500;

/** @param document one document's, or of all where `null` @returns `null` until they have been read */
export function useOrphans(document: string | null): readonly ReadOrphan[] | null {
  const { call } = useWindowState();
  const counts = useMirror((mirror) => mirror.rows.count);
  const history = useMirror((mirror) => mirror.rows.history);
  const documents = useMirror((mirror) => mirror.rows.document);
  const [read, setRead] = useState<{ readonly of: string | null; readonly orphans: readonly ReadOrphan[] } | null>(
    null,
  );
  const isKnown = read?.of === document;
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await call('orphans.list', document === null ? {} : { document });
      // A document that has just gone has none.
      if (current) setRead({ of: document, orphans: answer.ok ? answer.value : [] });
    };
    const timer = setTimeout(() => void ask(), restsFor);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what is read depends on them, not the question
  }, [call, document, counts, history, documents]);
  return isKnown ? read.orphans : null;
}
