import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { KeyHint } from './key-hint.tsx';

interface TipProps {
  readonly text: string;
  readonly keys?: string | undefined;
  /** A button of react-aria. */
  readonly children: ReactElement;
}

/** A tooltip with the key that does the same. */
export function Tip({ text, keys, children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <Tooltip className="tip" offset={6}>
        {text}
        {keys !== undefined && <KeyHint keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
