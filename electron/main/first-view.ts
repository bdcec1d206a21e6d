/** The moment the app is open: the first window stands on the screen and has been given what it shows. */

export interface FirstView {
  /** The window was shown. */
  readonly shown: () => void;
  /** A call of the window was answered. */
  readonly answered: (method: string) => void;
}

/**
 * Calls `complete` once. A project without a document is complete when its rows were read; any other when a document
 * was.
 */
export function createFirstView(hasDocuments: () => boolean, complete: () => void): FirstView {
  let isShown = false;
  let isRead = false;
  let told = false;
  const check = (): void => {
    if (!isShown || !isRead || told) return;
    told = true;
    complete();
  };
  return {
    shown: () => {
      isShown = true;
      check();
    },
    answered: (method) => {
      if (told || isRead) return;
      isRead = method === 'document.read' || (method === 'project.read' && !hasDocuments());
      check();
    },
  };
}
