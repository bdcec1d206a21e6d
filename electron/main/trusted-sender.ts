/** Who may speak to the main process: the top frame of one of our windows, showing our own page. */
import { isAppAddress } from './app-origin.ts';

/** What of Electron's `IpcMainInvokeEvent` is looked at. */
export interface SenderEvent {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
  readonly sender: { readonly id: number };
}

/**
 * `isOurs` tells by its web contents' id whether a window is one of ours. A frame that went away while its message was
 * under way (Electron gives `null`, or throws when asked) is not trusted, and neither is one without an address.
 */
export function isTrustedSender(event: SenderEvent, isOurs: (contents: number) => boolean): boolean {
  try {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && isAppAddress(frame.url) && isOurs(event.sender.id);
  } catch {
    return false;
  }
}
