import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';

export interface MenuChoice {
  readonly id: string;
  /** What typing finds. */
  readonly text: string;
  readonly content?: ReactNode;
}

interface ChoiceMenuProps {
  /** What is chosen: “Labels”. */
  readonly name: string;
  /** What is chosen now, in a word or two. */
  readonly value: string;
  readonly choices: readonly MenuChoice[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** Several at a time, with an item above them that chooses all. */
  readonly all?: string;
}

/** The item that chooses all; no id of a choice. */
const allId = ' all';

/** A button that says what is chosen, and opens the list to choose from. */
export function ChoiceMenu({ name, value, choices, chosen, onChoose, all }: ChoiceMenuProps) {
  const isAll = chosen.size === choices.length;
  const take = (keys: Iterable<string | number>): void => {
    const now = new Set([...keys].map(String));
    const pressedAll = all !== undefined && now.delete(allId) !== isAll;
    if (pressedAll) onChoose(new Set(isAll ? [] : choices.map(({ id }) => id)));
    else onChoose(now);
  };
  return (
    <MenuTrigger>
      <Button className="choice-button">
        <span className="choice-label">{name}</span>
        <span className="choice-value">{value}</span>
        <span className="choice-arrow" aria-hidden="true">
          ▾
        </span>
      </Button>
      <Popover className="popover choice-popover" placement="bottom start" offset={4}>
        <Menu
          className="choice-list"
          aria-label={name}
          selectionMode={all === undefined ? 'single' : 'multiple'}
          disallowEmptySelection={all === undefined}
          selectedKeys={all !== undefined && isAll ? [allId, ...chosen] : [...chosen]}
          onSelectionChange={(keys) => take(keys === 'all' ? choices.map(({ id }) => id) : keys)}
        >
          {all !== undefined && (
            <MenuItem id={allId} className="choice-item" textValue={all}>
              <Tick />
              {all}
            </MenuItem>
          )}
          {all !== undefined && <Separator className="choice-line" />}
          {choices.map(({ id, text, content }) => (
            <MenuItem key={id} id={id} className="choice-item" textValue={text}>
              <Tick />
              {content ?? text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Shown of chosen items alone; screen readers hear it from the item. */
function Tick() {
  return (
    <span className="choice-tick" aria-hidden="true">
      ✓
    </span>
  );
}
