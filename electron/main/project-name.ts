import type { Workbench } from '#electron/workbench/workbench.ts';
import { basename, extname } from 'node:path';

/** What the project calls itself; its file's name where it does not say. */
export function projectName(workbench: Workbench): string {
  const project = workbench.call('project.read', {});
  if (project.ok) {
    for (const change of project.value.changes) {
      if (change.entity === 'project' && change.row !== null && change.row.name !== '') return change.row.name;
    }
  }
  return basename(workbench.path, extname(workbench.path));
}
