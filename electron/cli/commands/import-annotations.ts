import { basename, resolve } from 'node:path';
import type { Failure } from '#shared/contract/failure.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import { readableFormatNames } from '#electron/exchange/set/catalogue.ts';
import type { ReadItem } from '#electron/exchange/set/read-document.ts';
import { isReadableFormat, openSetFile, type SetFileToRead } from '#electron/exchange/set/set-file.ts';
import type {
  AnnotationImport,
  AnnotationImportSummary,
  ImportProblem,
} from '#electron/workbench/annotations-import/import.ts';
import { systemIdentity } from '#electron/workbench/clock.ts';
import type { Workbench } from '#electron/workbench/workbench.ts';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command, Surroundings } from '../command.ts';
import { asSentence, counted } from '../listing.ts';
import { annotatorOption } from '../options.ts';
import { projectPositional, withProject } from '../project.ts';

export const importAnnotationsCommand: Command = {
  name: 'import-annotations',
  summary: "brings another program's annotations onto the documents of the project",
  positionals: [projectPositional, { name: 'PATH' }],
  options: [
    {
      name: 'format',
      value: 'FORMAT|auto',
      kind: 'text',
      required: true,
      choices: ['auto', ...readableFormatNames],
      help: `${readableFormatNames.join(', ')}; auto looks at the file`,
    },
    { ...annotatorOption, help: 'who annotated what the file does not attribute to anybody' },
    {
      name: 'repairs',
      value: 'yes|no',
      kind: 'text',
      required: false,
      choices: ['yes', 'no'],
      help: 'whether spans may stand where they were found, though the file says otherwise (the usual)',
    },
    {
      name: 'new-documents',
      value: 'yes|no',
      kind: 'text',
      required: false,
      choices: ['yes', 'no'],
      help: 'whether documents that the project lacks come in, too (usually not)',
    },
  ],
  flags: [
    { name: 'broken', help: 'takes what can be read of a file that is not whole; without it nothing of it comes in' },
    { name: 'dry-run', help: 'says what would come in, and writes nothing' },
  ],
  notes: [
    'A document of the file is matched by the hash of its text, else by its id or name, else its words are looked for in the documents of the project. Each span is proved by the words it covers; whatever is repaired or refused is listed with its place in the file.',
    'All of one import is one step of undo. Exit status 1 means that nothing could be brought in.',
  ],
  run: (args, surroundings) =>
    withProject(args, surroundings, async (workbench) => {
      const path = resolve(surroundings.cwd, args.positional(1));
      const format = args.text('format');
      const opened = await openSetFile(path, isReadableFormat(format) ? format : 'auto');
      if (!opened.ok) return err({ type: 'SetNotReadable', message: opened.error });
      try {
        const isChecked = args.flag('broken') || args.flag('dry-run');
        const broken = isChecked ? { shown: [], count: 0 } : await brokenPlaces(opened.value);
        if (broken.count > 0) return ok(refusedWhole(broken, opened.value.format));
        const summary = await importFrom(workbench, opened.value, args, surroundings, basename(path));
        return summary.ok ? ok(answerOf(summary.value, opened.value.format, args.flag('dry-run'))) : summary;
      } finally {
        surroundings.progress.clear();
        opened.value.close();
      }
    }),
};

/** What cannot be read of the file at all: it is looked through before anything is written. */
async function brokenPlaces(file: SetFileToRead): Promise<BrokenPlaces> {
  const shown: ImportProblem[] = [];
  let count = 0;
  for await (const item of file.items()) {
    if (item.type !== 'problem' || item.kind === 'not-imported') continue;
    count += 1;
    if (shown.length < shownProblems) shown.push({ where: item.where, why: item.why });
  }
  return { shown, count };
}

interface BrokenPlaces {
  readonly shown: readonly ImportProblem[];
  readonly count: number;
}

function refusedWhole({ shown, count }: BrokenPlaces, format: string): Answer {
  const nothing = { documents: 0, annotations: 0, spans: { ok: 0, repaired: 0, rejected: 0 } };
  return {
    json: { format, dryRun: false, ...nothing, problems: shown, problemCount: count },
    text: '',
    complaints: [
      ...shown.map(({ where, why }) => asSentence(where, why)),
      'Nothing was brought in, since the file is not whole. Mend it, or say --broken to take what can be read.',
    ],
    isRefused: true,
  };
}

async function importFrom(
  workbench: Workbench,
  file: SetFileToRead,
  args: Arguments,
  { progress }: Surroundings,
  name: string,
): Promise<Result<AnnotationImportSummary, Failure>> {
  const begun = workbench.importAnnotations({
    file: name,
    act: systemIdentity.newId(),
    annotator: args.optionalText('annotator'),
    repairs: args.optionalText('repairs') !== 'no',
    newDocuments: args.optionalText('new-documents') === 'yes',
    dryRun: args.flag('dry-run'),
  });
  if (!begun.ok) return begun;
  let documents = 0;
  const taken = await takeAll(begun.value, file, (more) => {
    documents += more;
    progress.show(documents, 0);
  });
  return taken.ok ? begun.value.end() : taken;
}

const shownProblems = 1000;

/** How much is written at a time. */
const partDocuments = 200;
const partSpans = 2000;

async function takeAll(
  begun: AnnotationImport,
  file: SetFileToRead,
  onDocuments: (more: number) => void,
): Promise<Result<null, Failure>> {
  let part: ReadItem[] = [];
  let documents = 0;
  let spans = 0;
  const take = (): Result<null, Failure> => {
    const done = begun.take(part);
    onDocuments(documents);
    part = [];
    documents = 0;
    spans = 0;
    return done;
  };
  for await (const item of file.items()) {
    part.push(item);
    if (item.type !== 'document') continue;
    documents += 1;
    spans += item.document.spans.length;
    if (documents < partDocuments && spans < partSpans) continue;
    const done = take();
    if (!done.ok) return done;
  }
  return take();
}

function answerOf(summary: AnnotationImportSummary, format: string, isDry: boolean): Answer {
  const { documents, annotations, joined, spans, problems, problemCount, repairs, newLabels } = summary;
  const isRefused = spans.ok + spans.repaired + newLabels.length === 0 && problemCount > 0;
  const verb = isDry ? 'Would bring in' : 'Brought in';
  const lines = [
    `${verb} ${counted(annotations, 'annotation')} in ${counted(documents, 'document')} (${format}): ${counted(spans.ok, 'span')} as the file says, ${spans.repaired} repaired, ${spans.rejected} refused.`,
    ...(joined > 0 ? [`${counted(joined, 'annotation')} stood there already.`] : []),
    ...(newLabels.length > 0 ? [`New in the codebook: ${newLabels.join(', ')}.`] : []),
    ...repairs.map(({ where, why }) => `Repaired: ${asSentence(where, why)}`),
    '',
  ];
  const complaints = problems.map(({ where, why }) => asSentence(where, why));
  const left = problemCount - problems.length;
  if (left > 0) complaints.push(`… and ${counted(left, 'problem')} more.`);
  return { json: { format, dryRun: isDry, ...summary }, text: lines.join('\n'), complaints, isRefused };
}
