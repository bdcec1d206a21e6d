import { annotatorName } from '#shared/domain/annotator.ts';
import { ok } from '#shared/text/result.ts';
import type { Command } from '../command.ts';
import { resolveLabel } from '../labels.ts';
import { annotationText, counted, listAnnotation, namesOf } from '../listing.ts';
import { annotatorOption, documentOption, labelOption, optional } from '../options.ts';
import { asFailure, projectPositional, resolveDocument, withProject } from '../project.ts';

export const annotationsCommand: Command = {
  name: 'annotations',
  summary: 'lists the annotations with their occurrences',
  positionals: [projectPositional],
  options: [
    optional(documentOption, 'only those with an occurrence in this document'),
    optional(labelOption, 'only those that bear this label'),
    { ...annotatorOption, help: 'only those of this annotator' },
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const documentText = args.optionalText('document');
      const document = documentText === undefined ? ok(undefined) : resolveDocument(workbench, documentText);
      if (!document.ok) return document;
      const labelText = args.optionalText('label');
      const label = labelText === undefined ? ok(undefined) : resolveLabel(workbench, labelText);
      if (!label.ok) return label;
      const annotatorText = args.optionalText('annotator');
      const annotator = annotatorText === undefined ? ok(undefined) : asFailure(annotatorName(annotatorText));
      if (!annotator.ok) return annotator;
      const named = namesOf(workbench);
      const filter = { document: document.value?.id, label: label.value, annotator: annotator.value };
      const annotations = workbench.annotations(filter).map((each) => listAnnotation(named, each));
      const text = `${annotations.map(annotationText).join('')}${counted(annotations.length, 'annotation')}.\n`;
      return ok({ json: annotations, text });
    }),
};
