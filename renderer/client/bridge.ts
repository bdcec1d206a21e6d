/** The only way out of the window: what the preload script put into the page. */
import type { Bridge } from '#shared/contract/bridge.ts';
import { contractVersion } from '#shared/contract/version.ts';

declare global {
  interface Window {
    readonly variorum?: Bridge;
  }
}

/**
 * The page's bridge.
 * @throws where the page runs outside the application, or the application speaks another contract: nothing works then.
 */
export function windowBridge(): Bridge {
  const bridge = window.variorum;
  if (bridge === undefined) throw new Error('This page needs the Variorum application around it.');
  if (bridge.version !== contractVersion) {
    throw new Error(
      `The window speaks contract ${contractVersion}, the application ${bridge.version}. Start Variorum again.`,
    );
  }
  return bridge;
}
