import type { AnnotatedSet } from '#shared/domain/annotated-set.ts';

/** Name of each label that an annotation with an occurrence bears, by its id. */
export function usedLabelNames(set: AnnotatedSet): Readonly<Record<string, string>> {
  const names = new Map(set.labels.map(({ label, name }) => [label, name]));
  const used = set.annotations.filter(({ occurrences }) => occurrences.length > 0);
  return Object.fromEntries(used.map(({ label }) => [label, names.get(label) ?? label]));
}
