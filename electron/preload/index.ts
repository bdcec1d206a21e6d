/** The only door between the page and the main process. */
import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, channels } from '#shared/contract/bridge.ts';
import type { Commit } from '#shared/contract/commit.ts';
import { contractVersion as version } from '#shared/contract/version.ts';
import type { WindowMessage } from '#shared/contract/window-commands.ts';

interface Messages {
  readonly [channels.commit]: Commit;
  readonly [channels.command]: WindowMessage;
}

/** Hears what is sent on `channel`; the event, which holds a way to send anything, stays here. */
function listen<C extends keyof Messages>(channel: C, listener: (message: Messages[C]) => void): () => void {
  const hear = (_event: unknown, message: Messages[C]): void => listener(message);
  ipcRenderer.on(channel, hear);
  return () => {
    ipcRenderer.off(channel, hear);
  };
}

const bridge: Bridge = Object.freeze({
  version,
  call: (method, input) => ipcRenderer.invoke(channels.call, { version, method, input }),
  run: (command) => ipcRenderer.invoke(channels.run, { version, command }),
  request: (request, input) => ipcRenderer.invoke(channels.request, { version, request, input }),
  onCommit: (listener) => listen(channels.commit, listener),
  onCommand: (listener) => listen(channels.command, listener),
} satisfies Bridge);

contextBridge.exposeInMainWorld('variorum', bridge);
