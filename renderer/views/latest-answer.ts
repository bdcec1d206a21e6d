/** The answer to a question that changes while one chooses: the last answer stays until the next one is there. */
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { Result } from '#shared/text/result.ts';
import { useDebounced } from '#renderer/ui/debounced.ts';

export interface LatestAnswer<T> {
  /** The last one that was given; `null` before the first. */
  readonly value: T | null;
  /** Another one is awaited: the one there is of another question. */
  readonly isStale: boolean;
  readonly failure: string | null;
}

interface Asking<Q, T> {
  /** A value of JSON: two that read the same are one question. */
  readonly question: Q;
  /** Asks; another function asks again. */
  readonly ask: (question: Q) => Promise<Result<T, Failure>>;
  /** How long the question has to stand still before it is asked, in milliseconds. */
  readonly restsFor: number;
  /** What the answer depends on besides the question: another one asks again. */
  readonly basis?: unknown;
}

/** An answer of the type `Superseded` is none: a later question is being answered. */
export function useLatestAnswer<Q, T>({ question, ask, restsFor, basis }: Asking<Q, T>): LatestAnswer<T> {
  const asked = JSON.stringify(question);
  const settled = useDebounced(asked, restsFor);
  const [read, setRead] = useState<{ readonly of: string; readonly value: T } | null>(null);
  const [failed, setFailed] = useState<{ readonly of: string; readonly message: string } | null>(null);
  useEffect(() => {
    let current = true;
    const answer = async (): Promise<void> => {
      const given = await ask(JSON.parse(settled) as Q);
      if (!current) return;
      if (given.ok) setRead({ of: settled, value: given.value });
      else if (given.error.type !== 'Superseded') setFailed({ of: settled, message: given.error.message });
    };
    void answer();
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another basis, another answer
  }, [ask, settled, basis]);
  return {
    value: read?.value ?? null,
    isStale: read?.of !== asked && failed?.of !== asked,
    failure: failed?.of === asked ? failed.message : null,
  };
}
