import { resolve } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import { annotatorName } from '#shared/domain/annotator.ts';
import { occurrenceStatuses, type ShownStatus } from '#shared/domain/occurrence.ts';
import { printable } from '#shared/domain/refusal.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { isSetFormatName, setFormatNames, setFormats } from '#electron/exchange/set/catalogue.ts';
import { exportSet, type Exported } from '#electron/exchange/set/export.ts';
import { lossSentence } from '#electron/exchange/set/loss.ts';
import { scopedSet, type Scope } from '#electron/exchange/set/scope.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command, OptionSpec, Surroundings } from '../command.ts';
import { resolveLabel } from '../labels.ts';
import { counted } from '../listing.ts';
import { projectPositional, resolveDocument, withProject } from '../project.ts';

const list = (name: string, value: string, help: string): OptionSpec => ({
  name,
  value,
  kind: 'text',
  required: false,
  help,
});

const statuses: readonly ShownStatus[] = [...occurrenceStatuses, 'detached'];

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes the annotated set in a format of choice, and reads it back to prove it',
  positionals: [projectPositional],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      kind: 'text',
      required: true,
      choices: setFormatNames,
      help: 'one of the formats listed below',
    },
    {
      name: 'out',
      value: 'PATH',
      kind: 'text',
      required: true,
      help: 'the file; one that is there already is replaced. Of a format of several files: a new folder, or a .zip',
    },
    list('labels', 'LABEL,…', 'only these labels, by id or name'),
    list('documents', 'DOC,…', 'only these documents'),
    list('groups', 'DOC,…', 'only the groups of these documents'),
    list('annotators', 'NAME,…', 'only what these annotators tagged'),
    list('statuses', 'STATUS,…', `only occurrences that are ${statuses.join(', ')}`),
    {
      ...list('rows', 'occurrences|passages', 'every occurrence, or one for each annotation'),
      choices: ['occurrences', 'passages'],
    },
    { ...list('text', 'yes|no', 'with the texts of the documents (the usual), or without'), choices: ['yes', 'no'] },
  ],
  notes: [
    `Formats: ${setFormatNames.map((name) => `${name} (${setFormats[name].purpose})`).join('; ')}.`,
    'Of --labels, --documents, --groups, --annotators and --statuses what is exported is in all that are given. A comma within a name is written “\\,”.',
    'What the format cannot hold is listed, and lies beside the export in a file that ends in .losses.json. A project is never replaced.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, async (workbench) => {
      const format = args.text('format');
      if (!isSetFormatName(format)) throw new Error(`A format that is no choice: ${format}`);
      const scope = scopeOf(workbench, args);
      if (!scope.ok) return scope;
      const path = resolve(surroundings.cwd, args.text('out'));
      const exported = await exportWorkbench(workbench, scope.value, path, args, surroundings);
      return exported.ok ? ok(answerOf(format, path, exported.value)) : err(exported.error);
    }),
};

async function exportWorkbench(
  workbench: Workbench,
  scope: Scope,
  path: string,
  args: Arguments,
  { progress }: Surroundings,
): Promise<Result<Exported, Failure>> {
  const format = args.text('format');
  if (!isSetFormatName(format)) throw new Error(`A format that is no choice: ${format}`);
  const { set, letGo } = workbench.holdAnnotatedSet();
  try {
    const scoped = scopedSet(set, scope);
    return await exportSet(scoped, setFormats[format], path, {
      overwrite: true,
      text: args.optionalText('text') !== 'no',
      onProgress: (share) => progress.show(Math.round(share * scoped.size), share),
    });
  } finally {
    progress.clear();
    letGo();
  }
}

export function answerOf(format: string, path: string, exported: Exported): Answer {
  const { written, annotations, occurrences } = exported;
  const losses = exported.losses.map((loss) => ({ ...loss, message: lossSentence(loss) }));
  const done = `Wrote ${counted(annotations, 'annotation')} with ${counted(occurrences, 'occurrence')} to “${path}”.`;
  return {
    json: { format, written, annotations, occurrences, losses },
    text: [done, ...losses.map(({ message }) => message), ''].join('\n'),
  };
}

function scopeOf(workbench: Workbench, args: Arguments): Result<Scope, Failure> {
  const labels = each(args.optionalText('labels'), (name) => resolveLabel(workbench, name));
  if (!labels.ok) return labels;
  const documents = each(args.optionalText('documents'), (name) => resolveDocument(workbench, name));
  if (!documents.ok) return documents;
  const groups = each(args.optionalText('groups'), (name) => resolveDocument(workbench, name));
  if (!groups.ok) return groups;
  const chosen = each(args.optionalText('statuses'), statusOf);
  if (!chosen.ok) return chosen;
  const annotators = each(args.optionalText('annotators'), annotatorOf(workbench));
  if (!annotators.ok) return annotators;
  return ok({
    labels: labels.value,
    documents: documents.value?.map(({ id }) => id),
    groups: groups.value?.map(({ id, group }) => group ?? id),
    annotators: annotators.value,
    statuses: chosen.value,
    rows: args.optionalText('rows') === 'passages' ? 'passages' : 'occurrences',
  });
}

/** A name that nobody bears would be an empty file that looks like an answer. */
function annotatorOf(workbench: Workbench): (name: string) => Result<string, Failure> {
  const options = workbench.call('export.options', {});
  return (name) => {
    if (!options.ok) return options;
    const { annotators } = options.value;
    const wanted = annotatorName(name);
    const known = wanted.ok ? annotators.find((one) => one === wanted.value) : undefined;
    if (known !== undefined) return ok(known);
    const there =
      annotators.length === 0 ? 'Nobody has annotated yet' : `There are ${annotators.map(printable).join('; ')}`;
    const message = `Nobody here annotates as “${printable(name)}”. ${there}. A comma within a name is written “\\,”.`;
    return err({ type: 'UnknownAnnotator', message });
  };
}

function statusOf(name: string): Result<ShownStatus, Failure> {
  const status = statuses.find((one) => one === name);
  if (status !== undefined) return ok(status);
  return err({ type: 'UnknownStatus', message: `No occurrence is “${name}”; there are ${statuses.join(', ')}.` });
}

function each<T>(
  list: string | undefined,
  resolveOne: (name: string) => Result<T, Failure>,
): Result<readonly T[] | undefined, Failure> {
  if (list === undefined) return ok(undefined);
  const names = parts(list);
  if (names.length === 0) return err({ type: 'EmptyScope', message: `“${printable(list)}” names nothing to export.` });
  const found: T[] = [];
  for (const name of names) {
    const one = resolveOne(name);
    if (!one.ok) return one;
    found.push(one.value);
  }
  return ok(found);
}

/** Names with a comma in them are written with a backslash before it. */
function parts(list: string): readonly string[] {
  return list
    .split(/(?<!\\),/u)
    .map((part) => part.replaceAll(String.raw`\,`, ',').trim())
    .filter((part) => part !== '');
}
