/** Ids and digests of the outside world, handed in so that tests can foresee them. */
export interface Identity {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A UUIDv7. */
  readonly newId: () => string;
}
