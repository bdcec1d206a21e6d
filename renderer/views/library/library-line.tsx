import { libraryText } from '#renderer/catalogue/library.ts';
import { numberText } from '#renderer/catalogue/numbers.ts';
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

function DocumentRowView({ line }: { readonly line: DocumentLine }) {
  const { id, title, name, length } = line.document;
  return (
    <span className="document-line">
      <span className="document-title" title={title}>
        {title}
      </span>
      <span className="document-facts">
        <span className="document-name" title={line.isLeader ? `${name}\n${libraryText.leader}` : name}>
          {name}
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
