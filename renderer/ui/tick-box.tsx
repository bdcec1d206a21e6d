import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';

interface TickBoxProps {
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
}

/** A box to tick, with its words beside it. */
export function TickBox({ isTicked, onTick, children, isDisabled = false }: TickBoxProps) {
  return (
    <Checkbox className="tick-box" isSelected={isTicked} isDisabled={isDisabled} onChange={onTick}>
      <span className="tick" aria-hidden="true">
        <svg viewBox="0 0 16 16" width="14" height="14">
          <path d="M3.5 8.5l3 3 6-7" />
        </svg>
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}
