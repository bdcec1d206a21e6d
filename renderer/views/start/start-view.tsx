import { startText } from '#renderer/catalogue/start.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';

/** Seen only where opening takes longer than a glance. */
export function Opening() {
  return (
    <div className="full-page">
      <output className="appears-late">{startText.opening}</output>
    </div>
  );
}

interface StartFailureProps {
  readonly title: string;
  readonly message: string;
  readonly onRetry?: () => void;
  readonly onOpenOther?: () => void;
}

export function StartFailure({ title, message, onRetry, onOpenOther }: StartFailureProps) {
  return (
    <main className="full-page" role="alert">
      <h1>{title}</h1>
      <p className="full-page-message">{message}</p>
      {onRetry !== undefined && <p>{startText.advice}</p>}
      <div className="full-page-acts">
        {onRetry !== undefined && (
          <ActionButton kind="main" onPress={onRetry}>
            {startText.retry}
          </ActionButton>
        )}
        {onOpenOther !== undefined && <ActionButton onPress={onOpenOther}>{startText.openOther}</ActionButton>}
      </div>
    </main>
  );
}
