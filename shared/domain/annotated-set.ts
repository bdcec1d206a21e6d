/** The annotated set: what the project says now, as an export takes it. */
import type { Annotation } from './annotation.ts';
import type { DocumentFacts } from './document.ts';
import type { Label } from './label.ts';
import type { Span } from '#shared/text/span.ts';
import type { ShownStatus } from './occurrence.ts';

/** A document with its frozen text. `sha256` (hex) is of the text's UTF-8 bytes. */
export interface AnnotatedDocument extends Omit<DocumentFacts, 'length' | 'source' | 'date'> {
  readonly text: string;
}

/** A passage's span in one document, whatever was decided about it. Offsets: UTF-16, half-open. */
export interface AnnotatedOccurrence {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  /** Its ranges where something was put into it, two or more in order; absent where it stands in one piece. */
  readonly ranges?: readonly Span[];
  readonly status: ShownStatus;
  /** Share of the annotated words that stand in this copy, 0…1. */
  readonly coverage: number;
  /** Whether it is in the count of occurrences. */
  readonly counted: boolean;
  /** Why somebody attached or detached it; empty where nobody said. */
  readonly reason: string;
}

export interface AnnotatedPassage extends Annotation {
  /** When it was tagged: ISO 8601, UTC. */
  readonly made: string;
  readonly occurrences: readonly AnnotatedOccurrence[];
}

export interface AnnotatedSet {
  readonly project: { readonly id: string; readonly name: string };
  readonly labels: readonly Label[];
  readonly documents: readonly AnnotatedDocument[];
  /** Every occurrence lies in one of `documents`. */
  readonly annotations: readonly AnnotatedPassage[];
}
