import type { Failure } from '#shared/contract/failure.ts';
import type { LabelRow } from '#shared/contract/rows.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { failureOf } from '#electron/workbench/failures.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';

/** The id of the label that is called so, by id or by name, in whatever case. */
export function resolveLabel(workbench: Workbench, text: string): Result<string, Failure> {
  const project = workbench.call('project.read', {});
  if (!project.ok) return project;
  const labels = project.value.changes.flatMap(({ entity, row }): readonly LabelRow[] =>
    entity === 'label' && row !== null ? [row] : [],
  );
  const wanted = folded(text);
  const label = labels.find(({ id }) => id === wanted) ?? labels.find(({ name }) => folded(name) === wanted);
  return label === undefined
    ? err(failureOf({ type: 'UnknownLabel', label: text, known: labels.map(({ id }) => id) }))
    : ok(label.id);
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
