import type { EventDraft } from '../event.ts';
import { firstCodebook } from '../label.ts';

/** A new project: its identity and the first codebook. */
export function createProject(command: { readonly project: string; readonly name: string }): readonly EventDraft[] {
  return [
    { type: 'project-created', payload: { project: command.project, name: command.name } },
    ...firstCodebook.map((payload): EventDraft => ({ type: 'label-defined', payload })),
  ];
}
