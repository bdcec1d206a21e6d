import { z } from 'zod';
import { originSchema } from '../document.ts';
import { defineEvent } from './definition.ts';

/**
 * A document came in. Its text lies beside the log under `sha256`, so that the log stays small and equal texts are
 * kept once. `length` is in UTF-16 units.
 */
export const documentImported = defineEvent({
  type: 'document-imported',
  // 2: the origin may say more (line, identifier, source, date). 3: and still more (within, author, url, original), of
  // any encoding.
  version: 3,
  schema: z
    .strictObject({
      document: z.string().min(1),
      name: z.string().min(1),
      title: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      length: z.int().positive(),
      origin: originSchema,
    })
    .readonly(),
  upcast: (_version, payload) => payload,
  inverse: ({ document }) => ({ type: 'document-removed', payload: { document } }),
});
