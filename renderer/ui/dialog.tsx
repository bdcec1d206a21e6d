import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './action-button.tsx';
import { Icon } from './icon.tsx';

interface WindowDialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  /** Without a head of its own the title is only said. */
  readonly headless?: boolean;
}

/** A dialog over the window: keeps the focus, Escape or a click outside closes it, the focus goes back. */
export function WindowDialog({ title, closeLabel, onClose, children, className, headless }: WindowDialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`modal ${className ?? ''}`}>
        <Dialog className="dialog" {...(headless === true ? { 'aria-label': title } : {})}>
          {headless !== true && (
            <header className="dialog-head">
              <Heading slot="title" className="dialog-title">
                {title}
              </Heading>
              <IconButton label={closeLabel} keys="Escape" onPress={onClose}>
                <Icon name="close" />
              </IconButton>
            </header>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
