/** Brings another program's annotations in: a dialog of the system, a look at what would come in, and the import itself. */
import { basename } from 'node:path';
import { systemIdentity } from '#electron/workbench/clock.ts';
import type { AnnotationsEnding, ExchangeWork } from '#electron/jobs/exchange-messages.ts';
import type { AnnotationsPreview } from '#shared/contract/app-requests.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { AppOutcome } from '#shared/contract/window-commands.ts';
import { err, ok, type Result } from '#shared/text/result.ts';
import type { Answering, AppRequestDeps, Asking } from './app-requests.ts';
import { counted } from './counted.ts';
import type { FileKind } from './dialog-questions.ts';

type Deps = Pick<AppRequestDeps, 'dialogs' | 'jobs' | 'chosen'>;

/** Many formats have an ending that says little: what a file is, its contents tell. */
const kinds: readonly FileKind[] = [{ name: 'All files', extensions: ['*'] }];

export async function chooseAnnotations(
  { dialogs, jobs, chosen }: Deps,
  { input, window, project }: Asking<'choose-annotations'>,
): Answering<'choose-annotations'> {
  const refused = jobs.busy(project);
  if (refused !== null) return err(refused);
  const question = { title: 'Import annotations', button: 'Open' };
  const path = input.folder
    ? await dialogs.chooseFolder(window, question)
    : (await dialogs.chooseFiles(window, { ...question, kinds, several: false }))[0];
  if (path === null || path === undefined) return ok(null);
  return ok({ token: chosen.keep(window.id, 'annotations', [path]), name: basename(path) });
}

export async function previewAnnotations(
  deps: Deps,
  asking: Asking<'preview-annotations'>,
): Answering<'preview-annotations'> {
  const ended = await takeChosen(deps, asking, 'preview-annotations');
  if (!ended.ok) return ended;
  const { format, summary, isCancelled, file } = ended.value;
  if (isCancelled) return err({ type: 'Cancelled', message: `“${file}” was not looked through to its end.` });
  return ok(previewOf(file, format, summary));
}

export async function importAnnotations(
  deps: Deps,
  asking: Asking<'import-annotations'>,
): Answering<'import-annotations'> {
  const ended = await takeChosen(deps, asking, 'import-annotations');
  return ended.ok ? ok(annotationsOutcome(ended.value)) : ended;
}

async function takeChosen(
  { jobs, chosen }: Deps,
  { input, window, project }: Asking<'preview-annotations' | 'import-annotations'>,
  type: Exclude<ExchangeWork['type'], 'export'>,
): Promise<Result<AnnotationsEnding & { readonly file: string }, Failure>> {
  const [path] = chosen.of(window.id, 'annotations', input.chosen) ?? [];
  if (path === undefined) return err(forgotten);
  const { choices } = input;
  const work = { type, path, choices, act: systemIdentity.newId() };
  const ending = await jobs.exchange(project, work, basename(path));
  if (!ending.ok) return ending;
  if (ending.value.type !== 'annotations') throw new Error('An import of annotations ended as something else.');
  return ok({ ...ending.value, file: basename(path) });
}

const forgotten = { type: 'NothingChosen', message: 'This file is not chosen any more. Choose it again.' } as const;

/** How many remarks of a kind a window is given to list. */
const listed = 200;

function previewOf(file: string, format: string, summary: AnnotationsEnding['summary']): AnnotationsPreview {
  const { matched, lacking, annotations, spans, repairable, newLabels, repairs, problems, problemCount } = summary;
  return {
    file,
    format,
    matched,
    lacking,
    annotations,
    spans,
    repairable,
    newLabels: newLabels.slice(0, listed),
    repairs: repairs.slice(0, listed),
    problems: problems.slice(0, listed),
    problemCount,
  };
}

/** `12 annotations came in from “set.jsonl”: …`, and below it what was repaired, and what was refused and why. */
export function annotationsOutcome({
  file,
  summary,
  isCancelled,
}: Pick<AnnotationsEnding, 'summary' | 'isCancelled'> & { readonly file: string }): AppOutcome {
  const { annotations, joined, matched, spans, newLabels, repairs, problems, problemCount } = summary;
  const facts = [
    `${counted(spans.ok, 'span')} where the file says`,
    ...(spans.repaired > 0 ? [`${spans.repaired.toLocaleString('en')} repaired`] : []),
    ...(spans.rejected > 0 ? [`${spans.rejected.toLocaleString('en')} refused`] : []),
    ...(joined > 0 ? [`${counted(joined, 'annotation')} stood there already`] : []),
  ].join(', ');
  const details = [
    ...(newLabels.length > 0 ? [`New in the codebook: ${newLabels.slice(0, listed).join(', ')}.`] : []),
    ...problems.slice(0, listed).map(({ where, why }) => `${where}: ${why}.`),
    ...(problemCount > listed ? [`… and ${counted(problemCount - listed, 'problem')} more.`] : []),
    ...repairs.slice(0, listed).map(({ where, why }) => `Repaired: ${where}: ${why}.`),
  ];
  const texts = matched.new > 0 ? ` and ${counted(matched.new, 'document')}` : '';
  const came = `${counted(annotations, 'annotation')}${texts} came in from “${file}”`;
  if (isCancelled) {
    const message =
      annotations === 0
        ? 'Import cancelled. Nothing was brought in.'
        : `Import cancelled: ${came} before. They stay; undo takes them back.`;
    return { message, details };
  }
  const isRefusal = annotations + joined === 0 && problemCount > 0;
  const message = isRefusal ? `No annotation of “${file}” could be brought in.` : `${came}: ${facts}.`;
  return isRefusal ? { message, details, isRefusal } : { message, details };
}
