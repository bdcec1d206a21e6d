/** Names of labels as pairs `["claim", "Claim"]`, for formats that have room for a few keys of ours beside a document. */
import type { AnnotatedOccurrence, SetLabel } from '#shared/domain/annotated-set.ts';

/** Of those that are borne here, and are called otherwise than their ids. */
export function labelNames(
  occurrences: readonly AnnotatedOccurrence[],
  names: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  return [...new Set(occurrences.map(({ label }) => label))].flatMap((label) => {
    const name = names.get(label);
    return name === undefined || name === label ? [] : [[label, name] as const];
  });
}

/** @param value as a file has it @param used the labels that are borne: those without a name are called by their ids */
export function readLabelNames(value: unknown, used: Iterable<string>): readonly SetLabel[] {
  const names = new Map([...used].map((label) => [label, label]));
  for (const pair of Array.isArray(value) ? (value as readonly unknown[]) : []) {
    const [label, name]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof label === 'string' && typeof name === 'string') names.set(label, name);
  }
  return [...names].map(([label, name]) => ({ label, name, key: '' }));
}
