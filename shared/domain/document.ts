/** A document: one stored text with its origin, frozen at import. */
import { z } from 'zod';

export const originSchema = z.strictObject({
  /** The file's own name, without its folder: a path is nobody else's business. */
  file: z.string(),
  /** The archive or folder that the file lay in, and where in it; absent where the file was given itself. */
  within: z.string().min(1).exactOptional(),
  /**
   * How the file wrote it, by the name the Encoding Standard has for it, for the record; the stored text is always
   * UTF-16 in memory, LF at line ends.
   */
  encoding: z.string().min(1).max(40),
  byteOrderMark: z.boolean(),
  lineEnds: z.enum(['lf', 'crlf', 'cr', 'mixed', 'none']),
  /** The line of the file, from 1, where a file holds many articles. */
  line: z.int().positive().optional(),
  /** What the file calls the article: its id there. */
  identifier: z.string().min(1).optional(),
  /** Who published it. */
  source: z.string().min(1).optional(),
  /** When, as the file says it: mostly ISO 8601, but kept whatever it is and never interpreted. */
  date: z.string().min(1).optional(),
  /** Who wrote it. */
  author: z.string().min(1).exactOptional(),
  /** Where it was published: two documents of one address are two states of one article. */
  url: z.string().min(1).exactOptional(),
  /** SHA-256 (hex) of the file's own bytes; they are kept where the text alone would not tell them. */
  original: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional(),
});
export type Origin = Readonly<z.infer<typeof originSchema>>;

/** What an importer hands over: a text that may be frozen as it is. */
export interface NewDocument {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly origin: Origin;
  /** The file's own bytes, where they are more than the text written as UTF-8: markup, another encoding, CR LF. */
  readonly original?: Uint8Array | undefined;
}

/** A file's own bytes as a project keeps them. */
export interface PackedOriginal {
  /** SHA-256 (hex) of the bytes themselves. */
  readonly sha256: string;
  /** How many bytes they are. */
  readonly size: number;
  /** The bytes in zlib's format (RFC 1950). */
  readonly deflated: Uint8Array;
}

/** A document of the project without its text. `length` in UTF-16 units. */
export interface DocumentFacts {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly length: number;
  readonly sha256: string;
  /** Who published it; empty where nobody said. */
  readonly source: string;
  /** When, as its origin says it; empty where nobody said. */
  readonly date: string;
  /** Who wrote it, and where it was published; empty where nobody said. */
  readonly author: string;
  readonly url: string;
}
