/** `detach` and `attach`: the two decisions about one occurrence. */
import type { Failure } from '#shared/contract/failure.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { failureOf } from '#electron/workbench/failures.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { annotationText, listAnnotation, namesOf } from '../listing.ts';
import { annotationOption, documentOption, reasonOption, startOption } from '../options.ts';
import { asFailure, projectPositional, resolveDocument, withProject } from '../project.ts';

export const detachCommand = judgingCommand(
  'detach',
  'takes one occurrence out of an annotation; the others stay',
  'Detached',
);
export const attachCommand = judgingCommand(
  'attach',
  'makes an occurrence count that is detached, waits for a look, or is listed as the same wording elsewhere',
  'Attached',
);

function judgingCommand(name: 'attach' | 'detach', summary: string, done: string): Command {
  return {
    name,
    summary,
    positionals: [projectPositional],
    options: [annotationOption, documentOption, startOption, reasonOption],
    run: (args, surroundings) => withProject(args, surroundings, (workbench) => judge(workbench, args, name, done)),
  };
}

function judge(
  workbench: Workbench,
  args: Arguments,
  name: 'attach' | 'detach',
  done: string,
): Result<Answer, Failure> {
  const annotation = asFailure(workbench.resolveAnnotation(args.text('annotation')));
  if (!annotation.ok) return annotation;
  const document = resolveDocument(workbench, args.text('document'));
  if (!document.ok) return document;
  const start = args.integer('start');
  if (start < 0) return err(failureOf({ type: 'UnknownOccurrence', document: document.value.name, start }));
  const reason = args.optionalText('reason') ?? '';
  const input = { annotation: annotation.value, document: document.value.id, start, reason };
  const judged = workbench.call(`occurrence.${name}`, input);
  if (!judged.ok) return judged;
  const listed = workbench.annotations().find((each) => each.annotation === annotation.value);
  if (listed === undefined) throw new Error(`The annotation is gone that was just judged: ${annotation.value}`);
  const entry = listAnnotation(namesOf(workbench), listed);
  const occurrence = entry.occurrences.find((each) => each.documentId === input.document && each.start === start);
  const text = `${done} the occurrence at ${start} in “${document.value.name}”.\n${annotationText(entry)}`;
  return ok({ json: { ...entry, occurrence: occurrence ?? null, reason }, text });
}
