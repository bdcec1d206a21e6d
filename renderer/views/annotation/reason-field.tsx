import { useState } from 'react';
import { annotationText } from '#renderer/catalogue/annotation.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';

interface ReasonFieldProps {
  readonly action: string;
  readonly onDone: (reason: string | undefined) => void;
  readonly onCancel: () => void;
}

/** One line for a reason, which may be left out: Enter does it, Escape does not. */
export function ReasonField({ action, onDone, onCancel }: ReasonFieldProps) {
  const [reason, setReason] = useState('');
  const done = (): void => onDone(reason.trim() === '' ? undefined : reason);
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <input
        ref={(field) => field?.focus()}
        className="reason-field"
        aria-label={annotationText.reason}
        placeholder={annotationText.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onCancel();
          }
        }}
      />
      <div className="reason-acts">
        <ActionButton kind="main" keys="Enter" onPress={done}>
          {action}
        </ActionButton>
        <ActionButton kind="quiet" keys="Escape" onPress={onCancel}>
          {annotationText.cancel}
        </ActionButton>
      </div>
    </form>
  );
}
