/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no native tag is a list that is searched as one types */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';

export interface FinderChoice {
  readonly id: string;
  readonly content: ReactNode;
}

export interface FinderSection {
  readonly name: string;
  readonly choices: readonly FinderChoice[];
}

interface FinderProps {
  /** Name of the field, shown while it is empty. */
  readonly label: string;
  /** Name of the list. */
  readonly listLabel: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What answers to `typed`, best first. */
  readonly sections: readonly FinderSection[];
  readonly onChoose: (id: string) => void;
  readonly emptyText: string;
}

/**
 * A field and the list of what it finds: a combobox whose list is always open. The best answer is active at once, so
 * Enter takes it; the focus stays in the field.
 */
export function Finder({ label, listLabel, typed, onType, sections, onChoose, emptyText }: FinderProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState({ typed, at: 0 });
  const choices = sections.flatMap((section) => section.choices);
  // Moves count from the best answer to what is typed now.
  const active = moved.typed === typed ? Math.min(moved.at, choices.length - 1) : 0;
  const activeId = choices[active]?.id;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the active one is found by how it is marked
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (step !== undefined) {
      const far = Math.abs(step) > 1;
      const next = active + step;
      const at = far ? Math.max(0, Math.min(choices.length - 1, next)) : (next + choices.length) % choices.length;
      setMoved({ typed, at });
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (activeId !== undefined) onChoose(activeId);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="field finder-field">
        <Icon name="search" />
        <input
          ref={focusOnce}
          className="field-input"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={`${id}-list`}
          aria-activedescendant={activeId === undefined ? undefined : `${id}-${activeId}`}
          placeholder={label}
          spellCheck={false}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <KeyHint keys="Escape" />
      </div>
      <div ref={list} id={`${id}-list`} className="finder-list" role="listbox" aria-label={listLabel}>
        {choices.length === 0 && <p className="pane-empty">{emptyText}</p>}
        {sections
          .filter((section) => section.choices.length > 0)
          .map((section) => (
            <div key={section.name} role="group" aria-label={section.name}>
              <div className="finder-heading" aria-hidden="true">
                {section.name}
              </div>
              {section.choices.map((choice) => (
                <FinderOption
                  key={choice.id}
                  id={`${id}-${choice.id}`}
                  isActive={choice.id === activeId}
                  onChoose={() => onChoose(choice.id)}
                >
                  {choice.content}
                </FinderOption>
              ))}
            </div>
          ))}
      </div>
    </>
  );
}

interface FinderOptionProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

// The field has the focus and the keys; its options are named by `aria-activedescendant`.
/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
function FinderOption({ id, isActive, onChoose, children }: FinderOptionProps) {
  return (
    <div
      id={id}
      className="finder-option"
      role="option"
      aria-selected={isActive}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
/* oxlint-enable jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
