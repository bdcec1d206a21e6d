/** What reading gives, whatever is read: an article, or the reason why there is none. */
import type { NewDocument } from '#shared/domain/document.ts';
import type { Result } from '#shared/text/result.ts';
import type { ReadRefusal } from './read-refusal.ts';

export interface ReadLine {
  /** Line or record of the file, from 1; 0 where the file is one article, or is refused as a whole. */
  readonly line: number;
  /** How much of what lies at the path has been read, 0…1. */
  readonly share: number;
  readonly article: Result<
    {
      readonly document: NewDocument;
      /** What was changed or left out on the way, as sentences. */
      readonly notes: readonly string[];
    },
    ReadRefusal
  >;
}
