import { libraryText } from '#renderer/catalogue/library.ts';
import { numberText } from '#renderer/catalogue/numbers.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
import { useMirror } from '#renderer/state/hooks.ts';
import { collationOf } from '#renderer/state/selectors.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { LabelCounts } from './label-counts.tsx';
import type { DocumentLine, GroupLine, LibraryLine } from './library-rows.ts';
import { PendingCount } from './pending-count.tsx';
import { SharedBar } from './shared-bar.tsx';

export function drawLibraryLine(line: LibraryLine) {
  return line.type === 'group' ? <GroupRow line={line} /> : <DocumentRowView line={line} />;
}

function GroupRow({ line }: { readonly line: GroupLine }) {
  return (
    <span className="group-line" title={`${line.leader.title}\n${libraryText.groupExplained(line.copies)}`}>
      <Icon name="open" />
      <span className="group-size">{libraryText.group(line.copies)}</span>
      {/* Unfolded, the one that leads stands right below. */}
      {line.expanded === false && <span className="group-name">{line.leader.title}</span>}
    </span>
  );
}

/** “The Daily Planet · 2015-01-01”, or `null` where nobody said who published it. */
function originText({ source, date }: DocumentRow): string | null {
  if (source === '') return null;
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(date)?.[0] ?? date;
  return day === '' ? source : `${source} · ${day}`;
}

/** In a group: that the others hang on it, or how much of it stands in the one they hang on. */
function Membership({ document }: { readonly document: string }) {
  const leads = useMirror((mirror) => collationOf(mirror, document)?.leads ?? false);
  const containment = useMirror((mirror) => collationOf(mirror, document)?.containment ?? 0);
  return (
    <span
      className="membership"
      data-leads={leads || undefined}
      title={leads ? libraryText.leader : libraryText.containmentExplained(containment)}
    >
      · {leads ? libraryText.leads : libraryText.containment(containment)}
    </span>
  );
}

function DocumentRowView({ line }: { readonly line: DocumentLine }) {
  const { id, title, name, length, author, url } = line.document;
  const origin = originText(line.document);
  const facts = [origin, author, url, name, line.isLeader ? libraryText.leader : null];
  const told = facts.filter((fact) => fact !== null && fact !== '').join('\n');
  return (
    <span className="document-line">
      <span className="document-title" title={title}>
        {title}
      </span>
      <span className="document-facts">
        <span className="document-name" title={told}>
          {origin ?? name}
        </span>
        {line.level === 2 ? <Membership document={id} /> : <span aria-hidden="true">· {numberText(length)}</span>}
        <span className="said-only">, {libraryText.length(length)}. </span>
        <PendingCount document={id} />
      </span>
      <span className="document-state">
        <LabelCounts document={id} />
        <SharedBar document={id} />
      </span>
    </span>
  );
}
