import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { counted, elsewhereTable, listElsewhere, listOccurrence, namesOf, occurrenceTable } from '../listing.ts';
import { documentOption, endOption, startOption } from '../options.ts';
import { placeOf, projectPositional, withProject } from '../project.ts';

export const copiesCommand: Command = {
  name: 'copies',
  summary: 'shows what tagging a span would do, without doing it',
  positionals: [projectPositional],
  options: [documentOption, startOption, endOption],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const place = placeOf(workbench, args);
      if (!place.ok) return place;
      const found = workbench.call('copies.find', { document: place.value.document.id, span: place.value.span });
      if (!found.ok) return found;
      const named = namesOf(workbench);
      const occurrences = found.value.occurrences.map((occurrence) => listOccurrence(named, occurrence));
      const elsewhere = found.value.elsewhere.map((each) => listElsewhere(named, each));
      const text = `${counted(occurrences.length, 'occurrence')}:\n${occurrenceTable(occurrences)}${elsewhereTable(elsewhere)}`;
      return ok({ json: { occurrences, elsewhere }, text });
    }),
};
