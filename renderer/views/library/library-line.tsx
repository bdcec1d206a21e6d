import { libraryText } from '#renderer/catalogue/library.ts';
import { numberText } from '#renderer/catalogue/numbers.ts';
import type { DocumentRow } from '#shared/contract/rows.ts';
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
    <span className="group-line" title={libraryText.groupExplained(line.copies)}>
      <Icon name="open" />
      {libraryText.group(line.copies)}
    </span>
  );
}

/** “The Daily Planet · 2015-01-01”, or `null` where nobody said who published it. */
function originText({ source, date }: DocumentRow): string | null {
  if (source === '') return null;
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(date)?.[0] ?? date;
  return day === '' ? source : `${source} · ${day}`;
}

function DocumentRowView({ line }: { readonly line: DocumentLine }) {
  const { id, title, name, length } = line.document;
  const origin = originText(line.document);
  const told = [origin, name, line.isLeader ? libraryText.leader : null].filter((fact) => fact !== null).join('\n');
  return (
    <span className="document-line">
      <span className="document-title" title={title}>
        {title}
      </span>
      <span className="document-facts">
        <span className="document-name" title={told}>
          {origin ?? name}
        </span>
        <span aria-hidden="true">· {numberText(length)}</span>
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
