import type { AppWindow } from '../app-window.ts';

/** A window that remembers what it was sent and told. */
export interface FakeWindow extends AppWindow {
  readonly sent: { readonly channel: string; readonly message: unknown }[];
  readonly acts: string[];
}

export function fakeWindow(id: number): FakeWindow {
  const sent: FakeWindow['sent'] = [];
  const acts: string[] = [];
  return {
    id,
    sent,
    acts,
    send: (channel, message) => sent.push({ channel, message }),
    focus: () => acts.push('focus'),
    close: () => acts.push('close'),
  };
}
