/** `undo` and `redo`. */
import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { namesOf } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';

export const undoCommand = historyCommand('undo', 'takes the last act back', 'Undone');
export const redoCommand = historyCommand('redo', 'does again what was taken back last', 'Done again');

function historyCommand(name: 'undo' | 'redo', summary: string, done: string): Command {
  return {
    name,
    summary,
    positionals: [projectPositional],
    options: [],
    run: (args, surroundings) =>
      withProject(args, surroundings, (workbench) => {
        const reversed = workbench.call(`history.${name}`, {});
        if (!reversed.ok) return reversed;
        const { act, type } = reversed.value;
        const place = reversed.value.place === null ? null : namesOf(workbench)(reversed.value.place);
        const where = place === null ? '' : `, “${place.document}” ${place.start}–${place.end}`;
        return ok({ json: { act, type, place }, text: `${done}: ${type.replaceAll('-', ' ')}${where}.\n` });
      }),
  };
}
