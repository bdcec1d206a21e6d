import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { counted } from '../listing.ts';
import { annotationOption } from '../options.ts';
import { asFailure, projectPositional, withProject } from '../project.ts';

export const untagCommand: Command = {
  name: 'untag',
  summary: 'takes an annotation away, with all its occurrences',
  positionals: [projectPositional],
  options: [annotationOption],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const annotation = asFailure(workbench.resolveAnnotation(args.text('annotation')));
      if (!annotation.ok) return annotation;
      const listed = workbench.annotations().find((each) => each.annotation === annotation.value);
      const removed = workbench.call('annotation.remove', { annotation: annotation.value });
      if (!removed.ok) return removed;
      const occurrences = listed?.occurrences.length ?? 0;
      const json = { annotation: annotation.value, label: listed?.label ?? null, occurrences };
      return ok({ json, text: `Took away ${annotation.value} with ${counted(occurrences, 'occurrence')}.\n` });
    }),
};
