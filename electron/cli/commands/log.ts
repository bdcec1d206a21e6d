import { printable } from '#shared/domain/refusal.ts';
import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { projectPositional, withProject } from '../project.ts';
import { table } from '../table.ts';

export const logCommand: Command = {
  name: 'log',
  summary: 'lists the events of the project, oldest first',
  positionals: [projectPositional],
  options: [],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const events = workbench.log();
      const rows = events.map(({ seq, at, actor, type, reverses }) => [
        seq,
        at,
        printable(actor),
        type + (reverses === '' ? '' : ' (takes an act back)'),
      ]);
      return ok({ json: events, text: table(rows) });
    }),
};
