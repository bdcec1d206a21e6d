import type { ReactNode } from 'react';
import type { AppOutcome } from '#shared/contract/window-commands.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';
import { importText as text } from '#renderer/catalogue/import.ts';
import { useWindowState } from '#renderer/state/hooks.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WindowDialog } from '#renderer/ui/dialog.tsx';
import { tellOutcome } from '../commands/command-list.ts';
import { useStopLooking } from './stop-looking.ts';

interface ImportFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly failure: string | null;
  /** What is shown is of another choice: it is being read anew. */
  readonly isStale: boolean;
  /** What is said until there is something to show. */
  readonly waiting: string;
  /** What was found; `null` until then. */
  readonly children: ReactNode;
  /** Something can come in. */
  readonly isReady: boolean;
  /** Something in it asks for the focus before Import does. */
  readonly asksFirst?: boolean;
  readonly takeIn: () => Promise<Result<AppOutcome, Failure>>;
}

/** The dialog around what would come in; nothing is written before Import, and then the window tells of it. */
export function ImportFrame({
  title,
  onClose,
  failure,
  isStale,
  waiting,
  children,
  isReady,
  asksFirst = false,
  takeIn,
}: ImportFrameProps) {
  const state = useWindowState();
  useStopLooking();
  const bringIn = (): void => {
    const bring = async (): Promise<void> => tellOutcome(state, await takeIn());
    onClose();
    void bring();
  };
  return (
    <WindowDialog title={title} closeLabel={text.close} onClose={onClose} className="wide import">
      <div className="import-body" aria-busy={isStale}>
        {failure !== null && (
          <p className="dialog-refusal" role="alert">
            {failure}
          </p>
        )}
        {children === null && failure === null && <p className="export-empty">{waiting}</p>}
        {children !== null && (
          <div className="import-found" data-stale={isStale || undefined}>
            {children}
          </div>
        )}
      </div>
      <footer className="dialog-foot">
        <span className="dialog-foot-space" />
        <ActionButton onPress={onClose}>{text.cancel}</ActionButton>
        <ActionButton
          kind="main"
          keys="Mod+Enter"
          inDialog
          isDefault={!asksFirst}
          isDisabled={!isReady}
          onPress={bringIn}
        >
          {text.import}
        </ActionButton>
      </footer>
    </WindowDialog>
  );
}
