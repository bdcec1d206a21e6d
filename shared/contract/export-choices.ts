/** What an export is to hold, as a window chooses it. */
import { occurrenceStatuses } from '#shared/domain/occurrence.ts';
import { z } from 'zod';

const id = z.string().min(1).max(200);
/** Which of them; all where absent, none where empty. */
const some = z.array(id).max(400).readonly().exactOptional();

export const exportScopeSchema = z
  .strictObject({
    labels: some,
    annotators: some,
    statuses: z
      .array(z.enum([...occurrenceStatuses, 'detached']))
      .max(5)
      .readonly()
      .exactOptional(),
    /** The whole project, the documents of one group, or one document. */
    within: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('all') }).readonly(),
      z.strictObject({ type: z.literal('group'), group: id }).readonly(),
      z.strictObject({ type: z.literal('document'), document: id }).readonly(),
    ]),
    /** Every occurrence, or of each annotation the one that stands for it. */
    rows: z.enum(['occurrences', 'passages']),
  })
  .readonly();
export type ExportScope = z.infer<typeof exportScopeSchema>;

export const exportChoicesSchema = z
  .strictObject({
    /** The format's name. */
    format: id,
    scope: exportScopeSchema,
    /** Are the documents' texts to be in the file, where the format can do without? */
    text: z.boolean(),
  })
  .readonly();
export type ExportChoices = z.infer<typeof exportChoicesSchema>;

/** A format as a window lists it. */
export interface ListedFormat {
  readonly name: string;
  /** “W3C Web Annotation”. */
  readonly title: string;
  readonly purpose: string;
  /** The usual ending, with the dot. */
  readonly ending: string;
  readonly layout: 'file' | 'files' | 'archive';
  readonly textOptional: boolean;
}

/** What there is to choose from besides the rows that a window holds. */
export interface ExportOptions {
  readonly formats: readonly ListedFormat[];
  /** Names of those who tagged anything, in order. */
  readonly annotators: readonly string[];
}

export interface ExportPreview {
  /** The beginning of the main file as text, long values shortened. */
  readonly head: string;
  /** What `head` is: the file's own text, or what it says in another form where the file is none to be read. */
  readonly shows: 'file' | 'rows' | 'report';
  /** What the format cannot hold, a sentence a kind. */
  readonly losses: readonly string[];
  /** What would stand in the file. */
  readonly documents: number;
  readonly annotations: number;
  readonly occurrences: number;
  /**
   * How many documents were looked at, those with annotations first, and how many there are. Where there are more, losses
   * are those of the documents that were looked at.
   */
  readonly lookedAt: number;
  readonly size: number;
}
