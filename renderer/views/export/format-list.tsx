import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { ListedFormat } from '#shared/contract/export-choices.ts';
import { exportText, formatFamilies } from '#renderer/catalogue/export.ts';

interface FormatListProps {
  readonly formats: readonly ListedFormat[];
  readonly chosen: string;
  readonly onChoose: (format: string) => void;
  /** Enter, or a double click. */
  readonly onTake: () => void;
}

/** Every format by what one does with it; typing finds one by its title. */
export function FormatList({ formats, chosen, onChoose, onTake }: FormatListProps) {
  return (
    // Typing moves the focus alone: what has it is chosen.
    <div
      className="formats-box"
      onFocus={({ target }) => {
        const format = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
        if (format !== undefined && format !== chosen && formats.some(({ name }) => name === format)) onChoose(format);
      }}
    >
      <ListBox
        // The dialog is opened to choose from it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="formats"
        aria-label={exportText.formats}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const [format] = keys === 'all' ? [] : [...keys];
          if (format !== undefined) onChoose(String(format));
        }}
        onAction={onTake}
      >
        {inFamilies(formats).map((family) => (
          <ListBoxSection key={family.name}>
            <Header className="formats-heading">{family.name}</Header>
            <Collection>
              {family.formats.map((format) => (
                <ListBoxItem key={format.name} id={format.name} className="format" textValue={format.title}>
                  <span className="format-title">
                    <span>{format.title}</span>
                    <span className="format-ending">{format.ending}</span>
                  </span>
                  <span className="format-purpose">{format.purpose}</span>
                </ListBoxItem>
              ))}
            </Collection>
          </ListBoxSection>
        ))}
      </ListBox>
    </div>
  );
}

interface Family {
  readonly name: string;
  readonly formats: readonly ListedFormat[];
}

export function inFamilies(formats: readonly ListedFormat[]): readonly Family[] {
  const known = new Set<string>(formatFamilies.flatMap((family) => family.formats));
  return formatFamilies
    .map(({ name, formats: names }, at) => ({
      name,
      formats: [
        ...names.flatMap((one) => formats.filter((format) => format.name === one)),
        ...(at === 0 ? formats.filter((format) => !known.has(format.name)) : []),
      ],
    }))
    .filter((family) => family.formats.length > 0);
}
