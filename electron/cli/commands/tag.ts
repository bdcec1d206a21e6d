import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { resolveLabel } from '../labels.ts';
import { counted, elsewhereTable, listElsewhere, listOccurrence, namesOf, occurrenceTable } from '../listing.ts';
import { annotatorOption, documentOption, endOption, labelOption, startOption } from '../options.ts';
import { placeOf, projectPositional, withProject } from '../project.ts';

export const tagCommand: Command = {
  name: 'tag',
  summary: 'tags a span and every copy of it',
  positionals: [projectPositional],
  options: [
    documentOption,
    startOption,
    endOption,
    labelOption,
    { name: 'note', value: 'T', kind: 'text', required: false, empty: true, help: 'a note on the annotation' },
    { ...annotatorOption, help: "who annotates; the project's annotator if not given" },
  ],
  notes: ['Tagging a copy of a passage that the same annotator has given the same label joins that annotation.'],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const place = placeOf(workbench, args);
      if (!place.ok) return place;
      const label = resolveLabel(workbench, args.text('label'));
      if (!label.ok) return label;
      const { document, span, quote } = place.value;
      const input = { document: document.id, span, quote, label: label.value, note: args.optionalText('note') ?? '' };
      const tagged = workbench.call('annotation.tag', input, args.optionalText('annotator'));
      if (!tagged.ok) return tagged;
      const named = namesOf(workbench);
      const { annotation, joined } = tagged.value;
      const occurrences = tagged.value.occurrences.map((occurrence) => listOccurrence(named, occurrence));
      const elsewhere = tagged.value.elsewhere.map((each) => listElsewhere(named, each));
      const verb = joined ? 'Joined' : 'Tagged';
      const head = `${verb} ${label.value}, annotation ${annotation}, ${counted(occurrences.length, 'occurrence')}:`;
      return ok({
        json: { annotation, label: label.value, joined, occurrences, elsewhere },
        text: `${head}\n${occurrenceTable(occurrences)}${elsewhereTable(elsewhere)}`,
      });
    }),
};
