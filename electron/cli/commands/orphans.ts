/** `orphans`, `place` and `dismiss`: annotations of an older version of an article that have no place in a newer one. */
import type { Failure } from '#shared/contract/failure.ts';
import { printable } from '#shared/domain/refusal.ts';
import { ok, type Result } from '#shared/text/result.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Answer, Command } from '../command.ts';
import { annotationText, counted, listAnnotation, namesOf } from '../listing.ts';
import {
  annotationOption,
  annotatorOption,
  documentOption,
  endOption,
  optional,
  reasonOption,
  startOption,
} from '../options.ts';
import { asFailure, placeOf, projectPositional, resolveDocument, withProject } from '../project.ts';
import { table } from '../table.ts';

const actor = { ...annotatorOption, help: "who decides; the project's annotator if not given" };

export const orphansCommand: Command = {
  name: 'orphans',
  summary: 'lists annotations of an older version of an article that have no place in a newer one',
  positionals: [projectPositional],
  options: [optional(documentOption, 'only those that this newer version lacks')],
  notes: [
    'Two documents of one address (URL) are two versions of one article. “place” says where the passage stands in the newer one, “dismiss” that it is gone.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const wanted = args.optionalText('document');
      const document = wanted === undefined ? ok(undefined) : resolveDocument(workbench, wanted);
      if (!document.ok) return document;
      const named = namesOf(workbench);
      const orphans = workbench.orphans(document.value?.id).map(({ annotation, label, annotator, from, into }) => {
        const { document: name, documentId } = named({ document: into });
        return { annotation, label, annotator, from: named(from), into: name, intoId: documentId };
      });
      const rows = orphans.map(({ annotation, label, from, into }) => [
        annotation,
        label,
        printable(into),
        `“${printable(from.text)}”`,
        `${printable(from.document)} ${from.start}–${from.end}`,
      ]);
      const text = `${table(rows)}${counted(orphans.length, 'orphan')}.\n`;
      return ok({ json: orphans, text });
    }),
};

export const placeCommand: Command = {
  name: 'place',
  summary: 'makes a span an occurrence of an annotation, whatever its words are',
  positionals: [projectPositional],
  options: [annotationOption, documentOption, startOption, endOption, reasonOption, actor],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const annotation = asFailure(workbench.resolveAnnotation(args.text('annotation')));
      if (!annotation.ok) return annotation;
      const place = placeOf(workbench, args);
      if (!place.ok) return place;
      const { document, span, quote } = place.value;
      const reason = args.optionalText('reason') ?? '';
      const input = { annotation: annotation.value, document: document.id, span, quote, reason };
      const placed = workbench.call('occurrence.place', input, args.optionalText('annotator'));
      if (!placed.ok) return placed;
      return withAnnotation(
        workbench,
        annotation.value,
        `Placed the annotation at ${span.start} in “${document.name}”.`,
      );
    }),
};

export const dismissCommand: Command = {
  name: 'dismiss',
  summary: 'says that an annotated passage of an older version is not in a newer one',
  positionals: [projectPositional],
  options: [annotationOption, documentOption, reasonOption, actor],
  run: (args, surroundings) =>
    withProject(args, surroundings, (workbench) => {
      const annotation = asFailure(workbench.resolveAnnotation(args.text('annotation')));
      if (!annotation.ok) return annotation;
      const document = resolveDocument(workbench, args.text('document'));
      if (!document.ok) return document;
      const reason = args.optionalText('reason') ?? '';
      const input = { annotation: annotation.value, document: document.value.id, reason };
      const dismissed = workbench.call('orphan.dismiss', input, args.optionalText('annotator'));
      if (!dismissed.ok) return dismissed;
      return withAnnotation(workbench, annotation.value, `The passage is not in “${document.value.name}”.`);
    }),
};

function withAnnotation(workbench: Workbench, id: string, done: string): Result<Answer, Failure> {
  const listed = workbench.annotations().find(({ annotation }) => annotation === id);
  if (listed === undefined) throw new Error(`The annotation is gone that was just placed: ${id}`);
  const entry = listAnnotation(namesOf(workbench), listed);
  return ok({ json: entry, text: `${done}\n${annotationText(entry)}` });
}
