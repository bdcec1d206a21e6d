/** Where words go: a stream, or a test that listens. */
export interface Output {
  readonly write: (text: string) => unknown;
}
