/** The real world's clock and ids. */
import { v7 } from 'uuid';
import type { Identity } from '#electron/store/identity.ts';

export const systemIdentity: Identity = { now: () => Date.now(), newId: () => v7() };
