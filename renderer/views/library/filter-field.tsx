import { Button, Input, SearchField } from 'react-aria-components';
import { libraryText } from '#renderer/catalogue/library.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';

interface FilterFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Down or Enter: on to the list. */
  readonly onLeave: () => void;
}

export function FilterField({ value, onChange, onLeave }: FilterFieldProps) {
  return (
    <SearchField
      className="field"
      aria-label={libraryText.filter}
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault();
          onLeave();
        } else event.continuePropagation();
      }}
    >
      <Icon name="search" />
      <Input className="field-input" placeholder={libraryText.filter} aria-keyshortcuts="/" />
      {value === '' ? (
        <KeyHint keys="/" />
      ) : (
        <Button className="field-clear" aria-label={libraryText.clearFilter}>
          <Icon name="close" />
        </Button>
      )}
    </SearchField>
  );
}
