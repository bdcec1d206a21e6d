/**
 * A label: a category of the codebook. Its id is a readable slug, the same in every project that defines it, so that
 * two projects begun apart agree on what `claim` is when they are united.
 */
import { z } from 'zod';

export const labelSchema = z.strictObject({
  label: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1).max(200),
  /** The key that tags with this label, and the letter shown at the start of a tag. One digit, or empty. */
  key: z.string().max(1),
});
export type Label = Readonly<z.infer<typeof labelSchema>>;

/** The label of what an editor put in, by which candidates for it are tagged. */
export const editorialInsertion = 'editorial-insertion';

/** The codebook every new project starts with. */
export const firstCodebook: readonly Label[] = [
  { label: 'claim', name: 'Claim', key: '1' },
  { label: 'rebuttal', name: 'Rebuttal', key: '2' },
  { label: editorialInsertion, name: 'Editorial insertion', key: '3' },
];
