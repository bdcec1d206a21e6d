/** An annotation: one annotator's assertion that a passage bears a label. It lives on a passage, not on a document. */
import type { Occurrence } from './occurrence.ts';

export interface Annotation {
  readonly id: string;
  readonly label: string;
  readonly annotator: string;
  readonly note: string;
  /** The passage: the annotation whose span or copy was tagged first gave it its name. */
  readonly passage: string;
  /** Where the annotator's own span lies. Offsets: UTF-16, half-open. */
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** An annotation with every occurrence that was found or picked, whatever its verdict. */
export interface AnnotationWithOccurrences extends Annotation {
  readonly occurrences: readonly Occurrence[];
}
