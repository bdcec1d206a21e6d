/** How a call fails across the bridge: a type for programs, a sentence for people. */
export interface Failure {
  readonly type: string;
  readonly message: string;
}
