import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useDefaultFocus } from './default-focus.ts';
import { KeyHint } from './key-hint.tsx';
import { isKeystroke } from './keystroke.ts';
import { keyShortcut, onMac } from './platform.ts';
import { Tip } from './tip.tsx';

interface ActionButtonProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** Shown beside the words. */
  readonly keys?: string;
  readonly kind?: 'plain' | 'main' | 'quiet' | 'danger';
  /** What it does, where the words alone do not say it. */
  readonly tip?: string;
  readonly isDisabled?: boolean;
  /** What Enter does in a dialog in which nothing else has the focus yet. */
  readonly isDefault?: boolean;
  /** Its keys press it from anywhere in its dialog. */
  readonly inDialog?: boolean;
}

/** A button with words. */
export function ActionButton({
  onPress,
  children,
  keys,
  kind = 'plain',
  tip,
  isDisabled = false,
  isDefault = false,
  inDialog = false,
}: ActionButtonProps) {
  const own = useRef<HTMLButtonElement>(null);
  useDefaultFocus(own, isDefault && !isDisabled);
  useEffect(() => {
    const dialog = own.current?.closest<HTMLElement>('[role="dialog"]');
    if (!dialog || !inDialog || keys === undefined || isDisabled) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || !isKeystroke(event, keys, onMac)) return;
      // Before a list or a field in the dialog takes the key for itself.
      event.preventDefault();
      event.stopPropagation();
      onPress();
    };
    dialog.addEventListener('keydown', press, true);
    return () => dialog.removeEventListener('keydown', press, true);
  }, [inDialog, isDisabled, keys, onPress]);
  const button = (
    <Button
      ref={own}
      className={`button button-${kind}`}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keyShortcut(keys) })}
    >
      {children}
      {keys !== undefined && <KeyHint keys={keys} />}
    </Button>
  );
  return tip === undefined ? button : <Tip text={tip}>{button}</Tip>;
}

interface IconButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** Shown in the tooltip. */
  readonly keys?: string | undefined;
  readonly isPressed?: boolean;
  readonly className?: string;
}

/** A button with a picture; its name and its key are in the tooltip. */
export function IconButton({ label, onPress, children, keys, isPressed, className }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys}>
      <Button
        className={`icon-button ${className ?? ''}`}
        aria-label={label}
        onPress={onPress}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': keyShortcut(keys) })}
      >
        {children}
      </Button>
    </Tip>
  );
}
