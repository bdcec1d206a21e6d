import { useState } from 'react';
import { recall, remember } from '../remembered.ts';

const storageKey = 'folded-groups';

/** Groups folded in the library, kept from window to window. */
export function useFoldedGroups(): readonly [ReadonlySet<string>, (group: string, folded: boolean) => void] {
  const [folded, setFolded] = useState<ReadonlySet<string>>(recalledGroups);
  return [
    folded,
    (group, fold) =>
      setFolded((before) => {
        const next = new Set(before);
        if (fold) next.add(group);
        else next.delete(group);
        remember(storageKey, JSON.stringify([...next]));
        return next;
      }),
  ];
}

function recalledGroups(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(recall(storageKey) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((group) => typeof group === 'string') : []);
  } catch {
    return new Set();
  }
}
