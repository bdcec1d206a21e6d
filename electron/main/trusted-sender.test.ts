import { describe, expect, it } from 'vitest';
import { isTrustedSender, type SenderEvent } from './trusted-sender.ts';

const ours = 7;
const isOurs = (id: number) => id === ours;
const page: SenderEvent = { senderFrame: { url: 'app://workbench/', parent: null }, sender: { id: ours } };

describe('the trusted sender', () => {
  it('is the top frame of our window at our address', () => {
    expect(isTrustedSender(page, isOurs)).toBe(true);
  });

  const others: Record<string, unknown> = {
    'a frame that is gone': { ...page, senderFrame: null },
    'an event without a frame': { sender: { id: ours } },
    'a frame inside the page': { ...page, senderFrame: { url: 'app://workbench/', parent: {} } },
    'a frame whose parent is unknown': { ...page, senderFrame: { url: 'app://workbench/' } },
    'about:blank': { ...page, senderFrame: { url: 'about:blank', parent: null } },
    'an empty address': { ...page, senderFrame: { url: '', parent: null } },
    'no address': { ...page, senderFrame: { url: undefined, parent: null } },
    'another host': { ...page, senderFrame: { url: 'app://workbench.evil/', parent: null } },
    'a remote page': { ...page, senderFrame: { url: 'https://workbench/', parent: null } },
    'a local file': { ...page, senderFrame: { url: 'file:///index.html', parent: null } },
    'contents that are no window of ours': { ...page, sender: { id: 8 } },
    'an event without a sender': { ...page, sender: undefined },
    'a frame that throws when asked': {
      get senderFrame() {
        throw new Error('Render frame was disposed');
      },
      sender: { id: ours },
    },
  };
  it.each(Object.entries(others))('is not %s', (_name, event) => {
    expect(isTrustedSender(event as SenderEvent, isOurs)).toBe(false);
  });
});
