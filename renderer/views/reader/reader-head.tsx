import { readerText } from '#renderer/catalogue/reader.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import type { Mirror } from '#renderer/state/mirror.ts';
import { collationOf, documentOf, groupsOf } from '#renderer/state/selectors.ts';

export function ReaderHead({ document }: { readonly document: string }) {
  const row = useMirror((mirror) => documentOf(mirror, document));
  const member = useMirror((mirror) => memberText(mirror, document));
  const shared = useMirror((mirror) => collationOf(mirror, document)?.shared ?? null);
  if (row === null) return null;
  const facts = [readerText.length(row.length), member, shared === null ? null : readerText.shared(shared)];
  return (
    <header className="reader-head">
      <h1 className="reader-title">{row.title}</h1>
      <p className="reader-facts" title={row.name}>
        {facts.filter((fact) => fact !== null).join(' · ')}
      </p>
    </header>
  );
}

/** “1 of 2 copies in its group”, or `null` where the document stands alone. */
function memberText(mirror: Mirror, document: string): string | null {
  const group = groupsOf(mirror).of(document);
  if (group === undefined) return null;
  const at = group.documents.findIndex((member) => member.id === document);
  return readerText.member(at + 1, group.documents.length);
}
