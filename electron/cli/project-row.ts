import type { ProjectRow } from '#shared/contract/rows.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';

/** The project's own facts. */
export function projectRow(workbench: Workbench): ProjectRow {
  const commit = workbench.call('project.read', {});
  if (commit.ok) {
    for (const { entity, row } of commit.value.changes) if (entity === 'project' && row !== null) return row;
  }
  throw new Error('An open project has no row of its own');
}
