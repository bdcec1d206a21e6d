import { useMemo } from 'react';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import { changeCounts, wordChanges, type WordChange } from './word-changes.ts';

interface ExcerptProps {
  /** `null` while it is being read. */
  readonly text: string | null;
  /** What it is held against; `null` where it is shown as it is. */
  readonly wording: string | null;
}

/** The wording of a copy; where it differs, with what was added underlined and what is missing struck out. */
export function Excerpt({ text, wording }: ExcerptProps) {
  const changes = useMemo(
    () => (text === null || wording === null ? null : wordChanges(wording, text)),
    [text, wording],
  );
  if (text === null) return <p className="excerpt excerpt-reading" aria-hidden="true" />;
  if (changes === null || changes.every(({ type }) => type === 'kept')) return <p className="excerpt">{text}</p>;
  const { added, missing } = changeCounts(changes);
  return (
    <p className="excerpt excerpt-compared" title={annotationText.changes(added, missing)}>
      {placed(changes).map(({ type, text: part, key }) => {
        if (type === 'added') return <ins key={key}>{part}</ins>;
        return type === 'missing' ? <del key={key}>{part}</del> : <span key={key}>{part}</span>;
      })}
    </p>
  );
}

/** Each part with a name of its own: its kind and where it begins. */
function placed(changes: readonly WordChange[]): readonly (WordChange & { readonly key: string })[] {
  let at = 0;
  return changes.map((change) => {
    const key = `${change.type}-${at}`;
    at += change.text.length;
    return { ...change, key };
  });
}
