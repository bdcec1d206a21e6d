import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { counted } from '../listing.ts';
import { projectPositional, withProject } from '../project.ts';

export const rebuildCommand: Command = {
  name: 'rebuild',
  summary: 'makes every read table anew from the log, and says whether anything differed',
  positionals: [projectPositional],
  options: [],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const { events, differed } = workbench.rebuild();
      const verdict =
        differed.length === 0 ? 'nothing differed' : `these differed and are right again: ${differed.join(', ')}`;
      return ok({ json: { events, differed }, text: `Replayed ${counted(events, 'event')}; ${verdict}.\n` });
    }),
};
