/** Documents as passim reads them: one JSON object a line. */

/** What passim calls its input in its README is `input.json`; ours says whose it is. */
export const passimInputName = 'passim-input.json';

export interface DocumentForPassim {
  readonly id: string;
  /** Who published it; empty where nobody said. */
  readonly source: string;
  readonly text: string;
}

/**
 * `{"id", "series", "text"}` a line, in the order given. A document without a source is a series of its own: what has
 * no series would be one series together, and whoever leaves out pairs of one series would leave out all of them.
 */
export function* serializeForPassim(documents: Iterable<DocumentForPassim>): Generator<string> {
  for (const { id, source, text } of documents) {
    yield `${JSON.stringify({ id, series: source === '' ? id : source, text })}\n`;
  }
}
